import type { Locale } from '../text/locale.js';
import { daysAfter } from '../time/civil-days.js';
import { homeZone } from '../time/civil-time.js';
import { fixed, offsetMinutes, type Zone } from './clock.js';
import { decodeText } from './decode.js';
import { eventOf, isPublic, nameOf, type CalendarEvent, type EventContext } from './event.js';
import { momentOf } from './moments.js';
import type { Window } from './rule-dates.js';
import { sessionsOfSeries } from './series.js';
import type { CalendarSession } from './session.js';
import type { FileComponent, Rest } from './structure.js';
import { calendarsOf, propertyNamed } from './structure.js';
import { ZoneTable } from './zone-table.js';

export type { CalendarSession } from './session.js';
export type { Rest } from './structure.js';

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

/**
 * The sessions of an iCalendar (RFC 5545) or vCalendar 1.0 file, with one session for each date of a recurring event.
 * An irregular event is left out, or read without the parts that cannot be read, with a remark.
 *
 * @throws NoCalendarError if it contains no calendar
 */
export async function readCalendar(
  bytes: Uint8Array,
  { language, today, charset, rest }: ReadingOptions,
): Promise<CalendarReading> {
  const remarks = new Set<string>();
  const remark = (text: string) => void remarks.add(text);
  const { text, remark: supposed } = decodeText(bytes, charset);
  if (supposed) remark(supposed);
  const calendars = await calendarsOf(text, rest);
  if (calendars.length === 0) throw new NoCalendarError('it has no BEGIN:VCALENDAR');
  const window = { from: daysAfter(today, -reach.back), to: daysAfter(today, reach.ahead) };
  const sessions: CalendarSession[] = [];
  let privateEvents = 0;
  for (const calendar of calendars) {
    if (!calendar.isWhole) remark('it ends in the middle of a calendar: its end is missing.');
    const context = await contextOf(calendar, language, remark);
    for (const series of seriesOf(calendar)) {
      const pause = rest?.();
      if (pause) await pause;
      const read = await readSeries(series, context, window);
      privateEvents += read.privateEvents;
      sessions.push(...read.sessions.slice(0, mostSessions - sessions.length));
      if (sessions.length === mostSessions)
        remark(`only its first ${mostSessions} dates are taken.`);
    }
  }
  return { sessions: withParents(sessions, remark), privateEvents, remarks: [...remarks] };
}

async function contextOf(
  calendar: FileComponent,
  language: Locale,
  remark: (text: string) => void,
): Promise<EventContext> {
  const zones = new ZoneTable(calendar);
  const named = propertyNamed(calendar, 'X-WR-TIMEZONE')?.value.trim();
  await zones.prepare([...(named ? [named] : []), ...zonesNamed(calendar)]);
  const known = named ? zones.zone(named) : oldZone(calendar);
  if (named && !known) remark(`the time zone "${named}" is not known: ${homeZone} is taken.`);
  const zone: Zone = known ?? { name: homeZone };
  return {
    zone,
    place: zone.name ?? homeZone,
    zones,
    language,
    isOld: propertyNamed(calendar, 'VERSION')?.value.trim() === '1.0',
    callsOff: propertyNamed(calendar, 'METHOD')?.value.trim().toUpperCase() === 'CANCEL',
    remark,
  };
}

/** All that its events name, and in vCalendar 1.0 nothing. */
function* zonesNamed({ components }: FileComponent): Generator<string> {
  const seen = new Set<string>();
  for (const property of components.flatMap(({ name, properties }) =>
    name === 'VEVENT' ? properties : [],
  )) {
    const zone = property.parameters.get('TZID');
    if (zone === undefined) continue;
    // A name with a colon that is not quoted ends in the value.
    const mark = `${zone}:${property.value.replace(/[\dTZ,:-]*$/i, '')}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    const moment = momentOf(property.value.split(/,(?=\d{8})/)[0]!, property);
    if (moment?.zone && 'named' in moment.zone) yield moment.zone.named;
  }
}

/** vCalendar 1.0 says `TZ:+01`, and of one summer `DAYLIGHT:TRUE;+02;20270328T020000;20271031T030000;CET;CEST`. */
function oldZone(calendar: FileComponent): Zone | undefined {
  const usual = offsetMinutes(propertyNamed(calendar, 'TZ')?.value ?? '');
  if (usual === undefined) return undefined;
  const [isKept, offset = '', from = '', to = ''] =
    propertyNamed(calendar, 'DAYLIGHT')?.value.split(';') ?? [];
  const summer = offsetMinutes(offset);
  const [begins, ends] = [from, to].map(
    (value) => momentOf(value, { parameters: new Map() })?.clock,
  );
  if (!/^TRUE$/i.test(isKept ?? '') || summer === undefined || !begins || !ends) {
    return fixed(usual);
  }
  return { aheadAt: (clock) => (clock >= begins && clock < ends ? summer : usual) };
}

/** Events by their UID; an event without one is alone. */
function seriesOf({ components }: FileComponent): FileComponent[][] {
  const series = new Map<string | FileComponent, FileComponent[]>();
  for (const event of components.filter(({ name }) => name === 'VEVENT')) {
    const key = propertyNamed(event, 'UID')?.value.trim() ?? event;
    series.set(key, [...(series.get(key) ?? []), event]);
  }
  return [...series.values()];
}

/** The sessions of one series, and how many of its events are not for everybody. */
async function readSeries(
  components: readonly FileComponent[],
  context: EventContext,
  window: Window,
): Promise<Pick<CalendarReading, 'sessions' | 'privateEvents'>> {
  const { remark } = context;
  const hidden = components.filter((component) => !isPublic(component));
  // Whatever applies to all its dates also applies to those that were moved.
  if (hidden.some((component) => !propertyNamed(component, 'RECURRENCE-ID'))) {
    return { sessions: [], privateEvents: 1 };
  }
  const silent = { ...context, remark: () => {} };
  const hiddenDates = hidden.flatMap((component) => {
    try {
      return eventOf(component, silent).instead ?? [];
    } catch {
      return [];
    }
  });
  const events = components
    .filter((component) => !hidden.includes(component))
    .flatMap((component): CalendarEvent[] => {
      try {
        // It may have been cut off before the line that says that it is private.
        if (!component.isWhole) throw new RangeError('its end is missing');
        return [eventOf(component, context)];
      } catch (error) {
        remark(`${nameOf(component)} is left out: ${(error as Error).message}.`);
        return [];
      }
    });
  try {
    const sessions = await sessionsOfSeries(events, hiddenDates, window, remark);
    const titled = sessions.filter(({ title }) => Object.keys(title).length > 0);
    if (titled.length < sessions.length) {
      remark(`${nameOf(components[0]!)} is left out: it has no SUMMARY.`);
    }
    return { sessions: titled, privateEvents: hidden.length };
  } catch (error) {
    remark(`${nameOf(components[0]!)} is left out: ${(error as Error).message}.`);
    return { sessions: [], privateEvents: hidden.length };
  }
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
