import type { CalendarReading, ReadingOptions } from './calendar-file.js';
import { openCalendar } from './calendar-file.js';

export { NoCalendarError, openCalendar } from './calendar-file.js';
export type { CalendarFile, CalendarReading, ReadingOptions } from './calendar-file.js';
export type { CalendarSession } from './session.js';
export type { Rest } from './structure.js';

/**
 * The sessions of an iCalendar (RFC 5545) or vCalendar 1.0 file, with one session for each date of a recurring event.
 * An irregular event is left out, or read without the parts that cannot be read, with a remark.
 *
 * @throws NoCalendarError if it contains no calendar
 */
export async function readCalendar(
  bytes: Uint8Array,
  options: ReadingOptions,
): Promise<CalendarReading> {
  const file = await openCalendar(bytes, options);
  return file.whole();
}
