import { civilDateIn } from '@nafida/contract/civil-time.js';
import type { CivilDate } from '../../foundation/locale/date-format.js';
import { weekdayOf } from '../../foundation/locale/date-format.js';

/** A day on the calendar as `YYYY-MM-DD`, without zone: such texts compare and sort as the days do. */
export type Day = string;

/** A month as `YYYY-MM`. */
export type Month = string;

/** Day of the week, 1 (Monday) to 7 (Sunday). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `text` when it names a day that exists, else undefined. */
export function parseDay(text: string): Day | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && textOf(timeOf(text)) === text ? text : undefined;
}

/** `text` when it names a month that exists, else undefined. */
export function parseMonth(text: string): Month | undefined {
  return parseDay(`${text}-01`) && text;
}

/** The day in figures, for formatting. */
export function civilDateOf(day: Day): CivilDate {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date! };
}

/** The day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return textOf(timeOf(day) + count * 86_400_000);
}

/** Days from `from` to `to`; 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return (timeOf(to) - timeOf(from)) / 86_400_000;
}

/** The same day of the month `count` months later, or that month's last day where it is shorter. */
export function addMonthsToDay(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count);
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The month `count` months later, or earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  const { year, month: number } = civilDateOf(firstDayOf(month));
  return textOf(Date.UTC(year, number - 1 + count)).slice(0, 7);
}

/** The month a day is in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

/** Day of the week of a day. */
export function weekdayOfDay(day: Day): Weekday {
  return weekdayOf(civilDateOf(day)) as Weekday;
}

/** The day that the calendar on a wall in `timeZone` shows at `now` (milliseconds). */
export function todayIn(timeZone: string, now: number): Day {
  return civilDateIn(timeZone, now);
}

// Civil days are counted in UTC, where each has 24 hours.
function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function textOf(time: number): Day {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
