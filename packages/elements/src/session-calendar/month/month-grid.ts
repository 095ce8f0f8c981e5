import type { Day, Month, Weekday } from '../day/civil-day.js';
import { addDays, firstDayOf, lastDayOf, weekdayOfDay } from '../day/civil-day.js';

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

/** The day that the week of `day` begins on. */
export function startOfWeek(day: Day, firstDay: Weekday): Day {
  return addDays(day, -((weekdayOfDay(day) - firstDay + 7) % 7));
}
