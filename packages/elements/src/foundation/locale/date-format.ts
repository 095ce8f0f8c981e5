import { wallClockIn } from '@nafida/contract/civil-time.js';
import { monthName, weekdayName } from './calendar-names.js';
import type { Locale } from './locale.js';

/** A day on the calendar, without zone. `month` is 1 to 12. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day and the time on the clock, in some zone. */
export interface CivilMoment extends CivilDate {
  readonly hour: number;
  readonly minute: number;
}

/**
 * What calendar and clock show at `instant` (RFC 3339 text, Date or milliseconds) in an IANA zone. Throws a RangeError
 * on an unknown zone or an invalid instant.
 */
export function civilMomentOf(instant: string | number | Date, timeZone: string): CivilMoment {
  const shown = wallClockIn(timeZone, new Date(instant));
  const [year, month, day, hour, minute] = shown.split(/\D/).map(Number);
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute! };
}

/** Day of the week of a civil date, 1 (Monday) to 7 (Sunday). */
export function weekdayOf({ year, month, day }: CivilDate): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** A day as people say it: «الأربعاء 30 نونبر 2022», "mercredi 30 novembre 2022". */
export function formatDay(
  locale: Locale,
  date: CivilDate,
  { weekday = true, year = true }: { weekday?: boolean; year?: boolean } = {},
): string {
  const day = locale === 'fr' && date.day === 1 ? '1er' : String(date.day);
  const parts = [day, monthName(locale, date.month)];
  if (weekday) parts.unshift(weekdayName(locale, weekdayOf(date)));
  if (year) parts.push(String(date.year));
  return parts.join(' ');
}

/** A month as a heading: «نونبر 2022», "novembre 2022". */
export function formatMonth(
  locale: Locale,
  { year, month }: { year: number; month: number },
): string {
  return `${monthName(locale, month)} ${year}`;
}

/** A time on the clock, 24 hours: "15:00", in French "15 h" or "15 h 30". */
export function formatTime(
  locale: Locale,
  { hour, minute }: { hour: number; minute: number },
): string {
  const minutes = String(minute).padStart(2, '0');
  if (locale !== 'fr') return `${String(hour).padStart(2, '0')}:${minutes}`;
  return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
}
