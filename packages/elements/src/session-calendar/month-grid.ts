import type { Direction } from '../foundation/locale.js';
import type { Day, Month, Weekday } from './civil-day.js';
import { addDays, addMonthsToDay, firstDayOf, lastDayOf, weekdayOfDay } from './civil-day.js';

/** Seven places of one week; null where the day belongs to another month. */
export type Week = readonly (Day | null)[];

/** The weeks of a month, each beginning on `firstDay`. */
export function weeksOf(month: Month, firstDay: Weekday): Week[] {
  const last = lastDayOf(month);
  const weeks: Week[] = [];
  let day = startOfWeek(firstDayOf(month), firstDay);
  while (day <= last) {
    const week: (Day | null)[] = [];
    for (let index = 0; index < 7; index += 1, day = addDays(day, 1)) {
      week.push(day.startsWith(month) ? day : null);
    }
    weeks.push(week);
  }
  return weeks;
}

/** The days of the week in the order of the columns. */
export function weekdaysFrom(firstDay: Weekday): Weekday[] {
  return [0, 1, 2, 3, 4, 5, 6].map((index) => (((firstDay - 1 + index) % 7) + 1) as Weekday);
}

/** What {@link dayAfterKey} needs to know of the grid. */
export interface GridReading {
  readonly direction: Direction;
  readonly firstDay: Weekday;
}

/**
 * The day that a key leads to from `day`, as the WAI-ARIA grid pattern has it: arrows to the neighbouring cell
 * as the eye sees it, Home and End within the week, Page Up and Down by a month, with Shift by a year.
 * Undefined for any other key.
 */
export function dayAfterKey(
  day: Day,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { direction, firstDay }: GridReading,
): Day | undefined {
  const forward = direction === 'rtl' ? -1 : 1;
  const pageMonths = shiftKey ? 12 : 1;
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -forward);
    case 'ArrowRight':
      return addDays(day, forward);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return startOfWeek(day, firstDay);
    case 'End':
      return addDays(startOfWeek(day, firstDay), 6);
    case 'PageUp':
      return addMonthsToDay(day, -pageMonths);
    case 'PageDown':
      return addMonthsToDay(day, pageMonths);
    default:
      return undefined;
  }
}

function startOfWeek(day: Day, firstDay: Weekday): Day {
  return addDays(day, -((weekdayOfDay(day) - firstDay + 7) % 7));
}
