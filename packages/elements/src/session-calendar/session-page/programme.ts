import type { LocalizedText, Session } from '@nafida/contract';
import { inTimetableOrder } from '../session/timetable.js';
import type { Day } from '../day/civil-day.js';
import { addDays } from '../day/civil-day.js';

/** One line of a day: what begins at the same hour, in whichever room. */
export interface ProgrammeHour {
  /** RFC 3339; null where the hour is not known. */
  readonly startTime: string | null;
  /** Sessions by the index of their room in {@link ProgrammeDay.rooms}. */
  readonly byRoom: readonly (readonly Session[])[];
}

/** One day of an event of several sessions. */
export interface ProgrammeDay {
  readonly day: Day;
  /** Rooms in the order of their names; null last, for what has none. */
  readonly rooms: readonly (LocalizedText | null)[];
  readonly hours: readonly ProgrammeHour[];
}

/**
 * Sessions of an event by day, by hour and by room. One of several days stands under each of its days that lie
 * between `from` and `to`.
 */
export function programmeOf(
  sessions: readonly Session[],
  { from = '', to = '9' }: { from?: Day; to?: Day } = {},
): ProgrammeDay[] {
  const days = new Map<Day, Session[]>();
  for (const session of inTimetableOrder(sessions)) {
    const last = session.endDate < to ? session.endDate : to;
    for (let day = session.startDate; day <= last; day = addDays(day, 1)) {
      if (day < from) continue;
      days.set(day, [...(days.get(day) ?? []), session]);
    }
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, ofDay]) => {
      const rooms = roomsOf(ofDay);
      const names = rooms.map(nameOf);
      const hours = new Map<string, { startTime: string | null; byRoom: Session[][] }>();
      for (const session of ofDay) {
        const { startTime } = session;
        const clock = clockOf(startTime);
        const hour = hours.get(clock) ?? { startTime, byRoom: rooms.map(() => []) };
        hour.byRoom[names.indexOf(nameOf(session.room))]!.push(session);
        hours.set(clock, hour);
      }
      const inOrder = [...hours].sort(([a], [b]) => (a < b ? -1 : 1));
      return { day, rooms, hours: inOrder.map(([, hour]) => hour) };
    });
}

// What lasts several days begins on each of them at its hour: among the others of the day, and not before them.
// Without an hour, last.
function clockOf(startTime: string | null): string {
  return startTime?.slice('2026-12-10T'.length, '2026-12-10T09:00'.length) ?? '~';
}

const byName = new Intl.Collator('ar', { numeric: true });

function roomsOf(sessions: readonly Session[]): (LocalizedText | null)[] {
  const rooms = new Map(sessions.map(({ room }) => [nameOf(room), room]));
  return [...rooms.values()].sort(
    (a, b) => Number(a === null) - Number(b === null) || byName.compare(nameOf(a), nameOf(b)),
  );
}

// The same room may be written in two languages here and in one there: its first name tells it.
function nameOf(room: LocalizedText | null): string {
  return room ? (room.ar ?? room.fr ?? room.en ?? room.zgh ?? '') : '';
}
