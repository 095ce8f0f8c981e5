import type { Session } from '@nafida/contract';
import type { Day } from '../day/civil-day.js';
import type { Week } from './month-grid.js';

/** A session as one cell of the month grid draws it. */
export interface Piece {
  readonly session: Session;
  /** Cells from here to its last day of the week: the title runs over them. 0 where an earlier cell carries the title. */
  readonly span: number;
}

/** What the cells of one week draw, by day: one piece a lane, null where a lane is left free. */
export type WeekLanes = ReadonlyMap<Day, readonly (Piece | null)[]>;

/**
 * Gives each session of a week a lane that stays the same over its days, so that one of several days reads as
 * one line. Every session takes the first lane that is free on all its days.
 */
export function lanesOf(
  week: Week,
  sessionsByDay: ReadonlyMap<Day, readonly Session[]>,
): WeekLanes {
  const days = week.filter((day) => day !== null);
  const lanes = new Map<Day, (Piece | null)[]>(days.map((day) => [day, []]));
  const placed = new Set<string>();
  for (const day of days) {
    for (const session of longestFirst(sessionsByDay.get(day) ?? [])) {
      if (placed.has(session.id)) continue;
      placed.add(session.id);
      const covered = days.filter((other) => other >= day && other <= session.endDate);
      let lane = 0;
      while (covered.some((other) => lanes.get(other)![lane])) lane += 1;
      covered.forEach((other, index) => {
        const cell = lanes.get(other)!;
        while (cell.length < lane) cell.push(null);
        cell[lane] = { session, span: index === 0 ? covered.length : 0 };
      });
    }
  }
  return lanes;
}

// A long one that had to go under a short one would leave holes on its other days.
function longestFirst(sessions: readonly Session[]): Session[] {
  return [...sessions].sort(
    (a, b) => Number(a.endDate < b.endDate) - Number(a.endDate > b.endDate),
  );
}
