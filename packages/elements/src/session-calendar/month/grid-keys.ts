import type { Direction } from '../../foundation/locale/locale.js';
import type { Day, Weekday } from '../day/civil-day.js';
import { addDays, addMonthsToDay } from '../day/civil-day.js';
import { startOfWeek } from './month-grid.js';

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
