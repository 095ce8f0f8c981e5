import type { Locale } from '../text/locale.js';
import { daysAfter } from '../time/civil-days.js';
import { contextOf } from './calendar-context.js';
import { decodeText } from './decode.js';
import type { EventContext } from './event.js';
import { mayTouch } from './may-touch.js';
import type { Window } from './rule-dates.js';
import type { SeriesReading } from './series-reading.js';
import { readSeries, seriesOf } from './series-reading.js';
import type { CalendarSession } from './session.js';
import type { FileComponent, Rest } from './structure.js';
import { calendarsOf, propertyNamed } from './structure.js';

/** The public contents of a calendar file. */
export interface CalendarReading {
  readonly sessions: readonly CalendarSession[];
  /** Events that are not for everybody (`CLASS`): left out. */
  readonly privateEvents: number;
  /** Remarks in English about what was left out or read differently, with its title. */
  readonly remarks: readonly string[];
}

/** How to take what a calendar does not say itself. */
export interface ReadingOptions {
  /** The language of texts whose letters do not tell. */
  readonly language: Locale;
  /** The day (`YYYY-MM-DD`) around which a series without end is followed. */
  readonly today: string;
  /** What the HTTP header says about the bytes. */
  readonly charset?: string | null;
  /** Called where reading may pause, so that a page stays responsive; default: reading does not pause. */
  readonly rest?: Rest;
}

/** A file that is no calendar. */
export class NoCalendarError extends Error {}

/** How far around today a series without end is followed, in days. */
const reach = { back: 366, ahead: 731 };

/** Sessions of one file at most: more would be a burden to a telephone, and are a rule gone wrong. */
const mostSessions = 20_000;

/** On the clocks of another zone a session may be a day earlier or later, and last until the day after. */
const roomDays = 2;

/** The events of one UID, and the calendar that they stand in. */
interface Series {
  readonly events: readonly FileComponent[];
  readonly context: EventContext;
}

/** A calendar file, each of its series read when it is first wanted: {@link openCalendar} opens it. */
export class CalendarFile {
  readonly #series: readonly Series[];
  readonly #ofUid = new Map<string, readonly Series[]>();
  readonly #window: Window;
  readonly #rest: Rest | undefined;
  readonly #remarks: Set<string>;
  readonly #readings = new Map<Series, Promise<SeriesReading>>();

  /** `remarks` is what the reading of `series` adds to. */
  constructor(series: readonly Series[], { today, rest }: ReadingOptions, remarks: Set<string>) {
    this.#series = series;
    for (const each of series) {
      const uid = uidOf(each);
      this.#ofUid.set(uid, [...(this.#ofUid.get(uid) ?? []), each]);
    }
    this.#window = { from: daysAfter(today, -reach.back), to: daysAfter(today, reach.ahead) };
    this.#rest = rest;
    this.#remarks = remarks;
  }

  /** Its sessions as they are read, one series after the other, before it is known what is part of what. */
  async *[Symbol.asyncIterator](): AsyncGenerator<CalendarSession> {
    for (const series of this.#series) yield* (await this.#read(series)).sessions;
  }

  /** All that it holds. */
  async whole(): Promise<CalendarReading> {
    const sessions: CalendarSession[] = [];
    let privateEvents = 0;
    for (const series of this.#series) {
      const read = await this.#read(series);
      privateEvents += read.privateEvents;
      sessions.push(...read.sessions.slice(0, mostSessions - sessions.length));
      if (sessions.length === mostSessions)
        this.#remark(`only its first ${mostSessions} dates are taken.`);
    }
    const joined = withParents(sessions, (text) => this.#remark(text));
    return { sessions: joined, privateEvents, remarks: [...this.#remarks] };
  }

  /**
   * The sessions that touch the days `from` to `to` (`YYYY-MM-DD`, both included), without reading what is on other days
   * only; one that is undefined is no bound.
   */
  async touching(
    from: string | undefined,
    to: string | undefined,
  ): Promise<readonly CalendarSession[]> {
    const days = { from: from && daysAfter(from, -roomDays), to: to && daysAfter(to, roomDays) };
    const wanted: Series[] = [];
    for (const series of this.#series) {
      if (this.#hasNamesake(series) || mayTouch(series.events, days)) wanted.push(series);
      const pause = this.#rest?.();
      if (pause) await pause;
    }
    const sessions = await this.#sessionsOf(wanted);
    // Whether they are part of another one depends on what that one is.
    const parents = await this.#sessionsOf(
      [...new Set(sessions.map(({ parent }) => parent))].flatMap((id) => this.#named(id)),
    );
    return withParents([...parents, ...sessions], () => {}).filter(
      ({ startDate, endDate }) => (!from || endDate >= from) && (!to || startDate <= to),
    );
  }

  async #sessionsOf(series: readonly Series[]): Promise<CalendarSession[]> {
    const sessions: CalendarSession[] = [];
    for (const each of series) sessions.push(...(await this.#read(each)).sessions);
    return sessions;
  }

  /** The series of a session: what stands behind the UID is the date. */
  #named(id: string | null): readonly Series[] {
    if (id === null) return [];
    return this.#ofUid.get(id) ?? this.#ofUid.get(id.replace(/~[^~]*$/, '')) ?? [];
  }

  /** Of sessions of the same name in several calendars the last one counts. */
  #hasNamesake(series: Series): boolean {
    const uid = uidOf(series);
    return uid !== '' && this.#ofUid.get(uid)!.length > 1;
  }

  #read(series: Series): Promise<SeriesReading> {
    let reading = this.#readings.get(series);
    if (!reading) this.#readings.set(series, (reading = this.#readInTurn(series)));
    return reading;
  }

  async #readInTurn({ events, context }: Series): Promise<SeriesReading> {
    const pause = this.#rest?.();
    if (pause) await pause;
    return readSeries(events, context, this.#window);
  }

  #remark(text: string): void {
    this.#remarks.add(text);
  }
}

/**
 * Opens an iCalendar (RFC 5545) or vCalendar 1.0 file: its lines are read, its events not yet.
 *
 * @throws NoCalendarError if it contains no calendar
 */
export async function openCalendar(
  bytes: Uint8Array,
  options: ReadingOptions,
): Promise<CalendarFile> {
  const { language, charset, rest } = options;
  const remarks = new Set<string>();
  const remark = (text: string) => void remarks.add(text);
  const { text, remark: supposed } = decodeText(bytes, charset);
  if (supposed) remark(supposed);
  const calendars = await calendarsOf(text, rest);
  if (calendars.length === 0) throw new NoCalendarError('it has no BEGIN:VCALENDAR');
  const series: Series[] = [];
  for (const calendar of calendars) {
    if (!calendar.isWhole) remark('it ends in the middle of a calendar: its end is missing.');
    const context = await contextOf(calendar, language, remark, rest);
    for (const events of seriesOf(calendar)) series.push({ events, context });
  }
  return new CalendarFile(series, options, remarks);
}

/** Empty where its event has none. */
function uidOf({ events: [event] }: Series): string {
  return propertyNamed(event!, 'UID')?.value.trim() ?? '';
}

/** A session is part of another one that is there and no part itself; ids that come again mean the last. */
function withParents(
  all: readonly CalendarSession[],
  remark: (text: string) => void,
): CalendarSession[] {
  const sessions = new Map(all.map((session) => [session.id, session]));
  return [...sessions.values()].map((session) => {
    if (session.parent === null) return session;
    const parent = session.parent === session.id ? undefined : sessions.get(session.parent);
    if (parent?.parent === null) return session;
    remark(`"${Object.values(session.title)[0]}" is part of an event that is not there.`);
    return { ...session, parent: null };
  });
}
