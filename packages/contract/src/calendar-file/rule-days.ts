/** The part of a rule (RFC 5545, 3.3.10) that says of a day whether it fits. Weekdays are 0 (Sunday) to 6. */
export interface DayRule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly weekStart: number;
  readonly months: readonly number[];
  /** Those below zero are counted from the end. */
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  /** `place`: which one of the month or year, from its end below zero; 0: each. */
  readonly weekdays: readonly { readonly day: number; readonly place: number }[];
}

/** Days since 1970, of a day of which the month is 0 to 11 and may be beyond its year. */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / 86_400_000;
}

function dateOf(day: number): { year: number; month: number; date: number; weekday: number } {
  const instant = new Date(day * 86_400_000);
  return {
    year: instant.getUTCFullYear(),
    month: instant.getUTCMonth(),
    date: instant.getUTCDate(),
    weekday: instant.getUTCDay(),
  };
}

/** The day, week, month or year of `day`, and whether the interval, counted from `first`, skips it. */
export function periodOf(
  day: number,
  rule: DayRule,
  first = day,
): { begins: number; ends: number; isSkipped: boolean } {
  const { frequency, interval } = rule;
  const [begins, ends] = boundsOf(day, rule);
  const [origin] = boundsOf(first, rule);
  const [one, other] = [dateOf(begins), dateOf(origin)];
  const months = (one.year - other.year) * 12 + one.month - other.month;
  const distance = {
    DAILY: begins - origin,
    WEEKLY: (begins - origin) / 7,
    MONTHLY: months,
    YEARLY: months / 12,
  }[frequency];
  return { begins, ends, isSkipped: distance % interval !== 0 };
}

function boundsOf(day: number, { frequency, weekStart }: DayRule): [number, number] {
  const { year, month, weekday } = dateOf(day);
  const monday = day - ((weekday - weekStart + 7) % 7);
  switch (frequency) {
    case 'DAILY':
      return [day, day + 1];
    case 'WEEKLY':
      return [monday, monday + 7];
    case 'MONTHLY':
      return [dayNumber(year, month, 1), dayNumber(year, month + 1, 1)];
    case 'YEARLY':
      return [dayNumber(year, 0, 1), dayNumber(year + 1, 0, 1)];
  }
}

/** Whether something takes place on `day`, in a period that is not left out. */
export function fitsRule(day: number, rule: DayRule): boolean {
  const { year, month, date, weekday } = dateOf(day);
  const { months, monthDays, yearDays, weeks, weekdays } = rule;
  return (
    (months.length === 0 || months.includes(month + 1)) &&
    (weekdays.length === 0 ||
      weekdays.some(
        (each) => each.day === weekday && (each.place === 0 || isAt(each.place, day, rule)),
      )) &&
    (monthDays.length === 0 ||
      isOne(monthDays, date, dateOf(dayNumber(year, month + 1, 0)).date)) &&
    (yearDays.length === 0 ||
      isOne(
        yearDays,
        day - dayNumber(year, 0, 0),
        dayNumber(year + 1, 0, 0) - dayNumber(year, 0, 0),
      )) &&
    (weeks.length === 0 || weeks.some((week) => isInWeek(week, day, rule)))
  );
}

/** Whether `place` of `most` is among those wanted, from the beginning or from the end. */
function isOne(wanted: readonly number[], place: number, most: number): boolean {
  return wanted.includes(place) || wanted.includes(place - most - 1);
}

/** Whether it is, for example, the second or the last Tuesday of its month, or of its year if the rule counts by years. */
function isAt(place: number, day: number, { frequency, months }: DayRule): boolean {
  if (frequency === 'DAILY' || frequency === 'WEEKLY') return true;
  const span = frequency === 'YEARLY' && months.length === 0 ? 'YEARLY' : 'MONTHLY';
  const [begins, ends] = boundsOf(day, { frequency: span } as DayRule);
  return place > 0
    ? Math.floor((day - begins) / 7) === place - 1
    : Math.floor((ends - 1 - day) / 7) === -place - 1;
}

/** A week belongs to the year that has most of its days. */
function isInWeek(week: number, day: number, { weekStart }: DayRule): boolean {
  const middleOf = (each: number) => each - ((dateOf(each).weekday - weekStart + 7) % 7) + 3;
  const middle = middleOf(day);
  const { year } = dateOf(middle);
  const numberOf = (each: number) => Math.floor((each - dayNumber(year, 0, 1)) / 7) + 1;
  const weeks = numberOf(middleOf(dayNumber(year, 11, 28)));
  return numberOf(middle) === (week > 0 ? week : weeks + week + 1);
}
