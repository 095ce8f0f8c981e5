import { later, msOf, type Clock } from './clock.js';
import type { CalendarEvent, EventContent } from './event.js';
import { newRule } from './old-rules.js';
import type { Window } from './rule-dates.js';
import { daysAndHours, type CalendarSession } from './session.js';

/** The sessions of the events that have one UID: an event, or a series with those of its dates that are another way. */
export async function sessionsOfSeries(
  events: readonly CalendarEvent[],
  excluded: readonly Clock[],
  window: Window,
  remark: (text: string) => void,
): Promise<CalendarSession[]> {
  const [event, ...namesakes] = latest(events.filter(({ instead }) => instead === undefined));
  const exceptions = latest(events.filter(({ instead }) => instead !== undefined));
  if (!event) return exceptions.map((each) => sessionAt(each, idOf(each, each.instead!)));
  const dates = await datesOf(event, window, remark);
  for (const clock of [...event.excluded, ...excluded]) {
    for (const date of meant(clock, dates)) dates.delete(date);
  }
  const changes: CalendarEvent[] = [];
  const sessions: CalendarSession[] = [];
  for (const exception of exceptions) {
    const [date = exception.instead!] = meant(exception.instead!, dates);
    dates.delete(date);
    sessions.push(sessionAt(withTitleOf(event, exception), idOf(event, date)));
    if (exception.fromThenOn) changes.push({ ...withTitleOf(event, exception), instead: date });
  }
  for (const [date, end] of dates) {
    const change = changes.filter(({ instead }) => instead! <= date).at(-1);
    const source = change ?? event;
    const start = change ? moved(date, change.instead!, change.start) : date;
    const over = change || end === undefined ? movedEnd(source, start) : end;
    sessions.push(sessionOf(source.content, { id: idOf(event, date), start, end: over }));
  }
  // Programs that give all their events one UID.
  sessions.push(...namesakes.map((each) => sessionAt(each, `${each.uid}~${each.start}`)));
  return sessions;
}

/** Of versions of the same event the last; different ones that are as new as each other are all kept. */
function latest(events: readonly CalendarEvent[]): CalendarEvent[] {
  const newest = new Map<Clock | undefined, number>();
  for (const { instead, sequence } of events) {
    newest.set(instead, Math.max(sequence, newest.get(instead) ?? 0));
  }
  const kept = new Map<Clock, CalendarEvent>();
  for (const event of events) {
    const { instead, start, sequence } = event;
    if (sequence === newest.get(instead)) kept.set(instead ?? start, event);
  }
  return [...kept.values()].sort((one, other) =>
    (one.instead ?? '') < (other.instead ?? '') ? -1 : 1,
  );
}

/** The planned dates of a series, each with its end if it has one. */
async function datesOf(
  event: CalendarEvent,
  window: Window,
  remark: (text: string) => void,
): Promise<Map<Clock, Clock | undefined>> {
  const { start, rules, excludedRules, added, content } = event;
  const dates = new Map<Clock, Clock | undefined>([[start, undefined]]);
  if (rules.length > 0 || excludedRules.length > 0) {
    const { ruleDates } = await import('./rule-dates.js');
    const follow = (rule: string) => {
      try {
        const text = /FREQ=/i.test(rule) ? rule : newRule(rule);
        return ruleDates(start, text, { zone: content.timeZone, window });
      } catch (error) {
        const why = (error as Error).message;
        remark(`"${event.title}" repeats itself in a way that is not understood (${why}).`);
        return [];
      }
    };
    for (const date of rules.flatMap(follow)) dates.set(date, undefined);
    for (const date of excludedRules.flatMap(follow)) dates.delete(date);
  }
  for (const { start: also, end } of added) {
    // A date without hour takes place at the hour of the others.
    const date = also.includes('T') ? also.slice(0, start.length) : also + start.slice(10);
    dates.set(date, end);
  }
  return dates;
}

/** Which of `dates` an exception is about: that one, or, where none is at its hour, the one or all of its day. */
function meant(clock: Clock, dates: ReadonlyMap<Clock, unknown>): Clock[] {
  if (dates.has(clock)) return [clock];
  const day = clock.slice(0, 10);
  const ofDay = [...dates.keys()].filter((date) => date.startsWith(day));
  return ofDay.length === 1 || !clock.includes('T') ? ofDay : [];
}

function withTitleOf({ content: { title } }: CalendarEvent, event: CalendarEvent): CalendarEvent {
  return event.title ? event : { ...event, content: { ...event.content, title } };
}

function idOf(event: CalendarEvent, date: Clock): string {
  return event.instead === undefined && date === event.start ? event.uid : `${event.uid}~${date}`;
}

/** `clock` moved by the distance from `from` to `to`; a time if `to` is a time, a day if `to` is a day. */
function moved(clock: Clock, from: Clock, to: Clock): Clock {
  if (!to.includes('T')) return later(clock.slice(0, 10), msOf(to) - msOf(from.slice(0, 10)));
  return later(clock.includes('T') ? clock : `${clock}T00:00`, msOf(to) - msOf(from));
}

function movedEnd({ start, end }: CalendarEvent, to: Clock): Clock | undefined {
  return end && later(to, msOf(end) - msOf(start));
}

function sessionAt(event: CalendarEvent, id: string): CalendarSession {
  return sessionOf(event.content, { id, start: event.start, end: event.end });
}

function sessionOf(
  content: EventContent,
  { id, start, end }: { id: string; start: Clock; end: Clock | undefined },
): CalendarSession {
  return { id, ...content, ...daysAndHours(start, end) };
}
