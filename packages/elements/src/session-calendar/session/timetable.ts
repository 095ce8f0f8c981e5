import type { Session } from '@nafida/contract';
import type { Day } from '../day/civil-day.js';
import { addDays } from '../day/civil-day.js';

/** Sessions in the order of a timetable: by day, then by hour; those of unknown hour close their day. */
export function inTimetableOrder(sessions: readonly Session[]): Session[] {
  return [...sessions].sort(
    (a, b) =>
      compare(a.startDate, b.startDate) ||
      startOf(a) - startOf(b) ||
      compare(a.endDate, b.endDate) ||
      compare(a.id, b.id),
  );
}

/** Sessions without those that stand in the programme of another one of them. */
export function withoutParts(sessions: readonly Session[]): readonly Session[] {
  const ids = new Set(sessions.map(({ id }) => id));
  return sessions.filter(({ parent }) => parent === null || !ids.has(parent));
}

/** Events of which others, in rooms, are parts: those that have a programme to look at. */
export function eventsIn(sessions: readonly Session[]): Session[] {
  const parents = new Set(sessions.filter(({ room }) => room).map(({ parent }) => parent));
  return inTimetableOrder(sessions.filter(({ id }) => parents.has(id)));
}

/** Sessions of each day of the window that has any; one that lasts several days stands under each of them. */
export function sessionsByDay(
  sessions: readonly Session[],
  from: Day,
  to: Day,
): Map<Day, Session[]> {
  const days = new Map<Day, Session[]>();
  for (const session of inTimetableOrder(sessions)) {
    const last = min(session.endDate, to);
    for (let day = max(session.startDate, from); day <= last; day = addDays(day, 1)) {
      const ofDay = days.get(day);
      if (ofDay) ofDay.push(session);
      else days.set(day, [session]);
    }
  }
  return days;
}

/** One line of the list view: a day and the sessions that begin on it. */
export interface AgendaDay {
  readonly day: Day;
  readonly sessions: readonly Session[];
}

/** The window as a list: each session once, on its first day or on the window's first day when it began before. */
export function agendaDays(sessions: readonly Session[], from: Day, to: Day): AgendaDay[] {
  const days = new Map<Day, Session[]>();
  for (const session of inTimetableOrder(sessions)) {
    const day = max(session.startDate, from);
    if (day > to || session.endDate < from) continue;
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(session);
    else days.set(day, [session]);
  }
  return [...days].map(([day, ofDay]) => ({ day, sessions: ofDay }));
}

/** The day of a month that deserves to be shown first: the next one with sessions, else the last one before. */
export function dayToShow(days: ReadonlyMap<Day, unknown>, today: Day): Day | undefined {
  const ordered = [...days.keys()].sort();
  return ordered.find((day) => day >= today) ?? ordered.at(-1);
}

function startOf({ startTime }: Session): number {
  return startTime === null ? Number.MAX_VALUE : Date.parse(startTime);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function min(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function max(a: Day, b: Day): Day {
  return a > b ? a : b;
}
