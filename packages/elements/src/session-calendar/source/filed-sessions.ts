import type { Session } from '@nafida/contract';
import { inTimetableOrder } from '../session/timetable.js';
import { inSlices } from './in-slices.js';
import type { FiledSession } from './session-of.js';
import { sessionOf } from './session-of.js';

/**
 * What a file holds, each record made a session when it is first wanted: of a calendar of years the month that is shown is
 * there before the rest. `remark` is told what is left out, and why.
 */
export class FiledSessions {
  readonly #records: readonly unknown[];
  readonly #remark: (text: string) => void;
  readonly #made: (FiledSession | undefined)[] = [];
  #all: Promise<readonly Session[]> | undefined;

  constructor(records: readonly unknown[], remark: (text: string) => void) {
    this.#records = records;
    this.#remark = remark;
  }

  /** Whether there is nothing in it, or something that can be shown. */
  async isReadable(): Promise<boolean> {
    if (this.#records.length === 0) return true;
    const rest = inSlices();
    for (let at = 0; at < this.#records.length; at += 1) {
      if (this.#at(at)) return true;
      const pause = rest();
      if (pause) await pause;
    }
    return false;
  }

  /** The session of this name. */
  named(id: string): Session | undefined {
    const at = this.#records.findIndex((record) => partOf(record, 'id') === id);
    return this.#at(at);
  }

  /** All sessions, in the order of a timetable. */
  all(): Promise<readonly Session[]> {
    return (this.#all ??= this.#those(() => true));
  }

  /** The sessions that touch the days `from` to `to`, in the order of a timetable. */
  touching(from: string | undefined, to: string | undefined): Promise<readonly Session[]> {
    if (!from && !to) return this.all();
    return this.#those((record) => {
      const startDate = partOf(record, 'startDate');
      // What is odd is made, and remarked upon.
      if (typeof startDate !== 'string') return true;
      const endDate = partOf(record, 'endDate');
      const lastDate = typeof endDate === 'string' ? endDate : startDate;
      return (!from || lastDate >= from) && (!to || startDate <= to);
    });
  }

  async #those(isWanted: (record: unknown) => boolean): Promise<readonly Session[]> {
    const rest = inSlices();
    const sessions: Session[] = [];
    for (const [at, record] of this.#records.entries()) {
      if (!isWanted(record)) continue;
      const session = this.#at(at);
      if (session) sessions.push(session);
      const pause = rest();
      if (pause) await pause;
    }
    return inTimetableOrder(sessions);
  }

  #at(at: number): Session | undefined {
    const record = this.#records[at];
    if (record === undefined) return undefined;
    let made = this.#made[at];
    if (!made) {
      this.#made[at] = made = sessionOf(record);
      if ('fault' in made) {
        const { path, code } = made.fault;
        this.#remark(`session ${at + 1} is left out: ${path} (${code}).`);
      }
    }
    return 'session' in made ? made.session : undefined;
  }
}

function partOf(record: unknown, name: string): unknown {
  return typeof record === 'object' && record !== null ? Reflect.get(record, name) : undefined;
}
