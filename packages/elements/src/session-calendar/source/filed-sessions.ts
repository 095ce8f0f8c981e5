import type { Session } from '@nafida/contract';
import { whenIdle } from '../../foundation/loading/when-idle.js';
import { inTimetableOrder } from '../session/timetable.js';
import type { FiledRecords } from './filed-records.js';
import { inSlices } from './in-slices.js';
import type { FiledSession } from './session-of.js';
import { sessionOf } from './session-of.js';

/**
 * What a file holds, each record made a session when it is first wanted: of a calendar of years the month that is shown is
 * there before the rest. `remark` is told what is left out, and why, once all of it is read.
 */
export class FiledSessions {
  readonly #records: FiledRecords;
  readonly #remark: (text: string) => void;
  readonly #made = new Map<unknown, FiledSession>();
  #all: Promise<readonly Session[]> | undefined;

  constructor(records: FiledRecords, remark: (text: string) => void) {
    this.#records = records;
    this.#remark = remark;
  }

  /** Whether there is nothing in it, or something that can be shown. */
  async isReadable(): Promise<boolean> {
    const rest = inSlices();
    let isEmpty = true;
    for await (const record of this.#records) {
      isEmpty = false;
      if ('session' in this.#sessionOf(record)) return true;
      const pause = rest();
      if (pause) await pause;
    }
    return isEmpty;
  }

  /** The session of this name, if it was made already. */
  known(id: string): Session | undefined {
    for (const made of this.#made.values()) {
      if ('session' in made && made.session.id === id) return made.session;
    }
    return undefined;
  }

  /** The session of this name. */
  async named(id: string): Promise<Session | undefined> {
    return this.known(id) ?? (await this.all()).find((session) => session.id === id);
  }

  /** All sessions, in the order of a timetable. */
  all(): Promise<readonly Session[]> {
    return (this.#all ??= this.#readAll());
  }

  /** The sessions that touch the days `from` to `to`, in the order of a timetable. */
  async touching(from: string | undefined, to: string | undefined): Promise<readonly Session[]> {
    if (!from && !to) return this.all();
    const sessions = await this.#sessionsOf(await this.#records.touching(from, to));
    // What is wrong with the others is told in time, too.
    whenIdle(new AbortController().signal, async () => void (await this.all()));
    return sessions;
  }

  async #readAll(): Promise<readonly Session[]> {
    const records = await this.#records.all();
    const sessions = await this.#sessionsOf(records);
    for (const [at, record] of records.entries()) {
      const made = this.#sessionOf(record);
      if (!('issue' in made)) continue;
      const { path, code } = made.issue;
      this.#remark(`session ${at + 1} is left out: ${path} (${code}).`);
    }
    return sessions;
  }

  async #sessionsOf(records: readonly unknown[]): Promise<readonly Session[]> {
    const rest = inSlices();
    const sessions: Session[] = [];
    for (const record of records) {
      const made = this.#sessionOf(record);
      if ('session' in made) sessions.push(made.session);
      const pause = rest();
      if (pause) await pause;
    }
    return inTimetableOrder(sessions);
  }

  #sessionOf(record: unknown): FiledSession {
    let made = this.#made.get(record);
    if (!made) this.#made.set(record, (made = sessionOf(record)));
    return made;
  }
}
