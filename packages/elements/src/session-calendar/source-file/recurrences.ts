import { RRule } from 'rrule';
import type { Day } from '../civil-day.js';
import { addDays } from '../civil-day.js';

/** A moment as the clocks of its place show it: `YYYY-MM-DDTHH:MM`, or `YYYY-MM-DD` for a whole day. */
export type Clock = string;

/** How far around today an event that repeats itself for ever is followed, in days. */
const reach = { back: 366, ahead: 731 };

/** Dates of one event at most: more is a rule gone wrong. */
const most = 1_000;

/**
 * When an event takes place that begins at `start` and repeats itself by `rule` (RFC 5545, `FREQ=WEEKLY;BYDAY=TU`), from a
 * year ago to two years ahead of `today`. Clocks count, not instants: a meeting at three stays at three through Ramadan.
 * Throws where the rule is none.
 */
export function recurrences(start: Clock, rule: string, today: Day): Clock[] {
  const options = RRule.parseString(rule);
  // The library counts in UTC, where every day has its hours: it is given clocks and gives clocks back.
  const dates = new RRule({ ...options, dtstart: dateOf(start), tzid: null }).between(
    dateOf(addDays(today, -reach.back)),
    dateOf(addDays(today, reach.ahead)),
    true,
    (_date, count) => count < most,
  );
  return dates.map((date) => date.toISOString().slice(0, start.length));
}

/** `clock` moved as far as `to` is from `from`. */
export function moved(clock: Clock, from: Clock, to: Clock): Clock {
  const time = dateOf(clock).getTime() + dateOf(to).getTime() - dateOf(from).getTime();
  return new Date(time).toISOString().slice(0, clock.length);
}

function dateOf(clock: Clock): Date {
  return new Date(clock.includes('T') ? `${clock}:00Z` : `${clock}T00:00:00Z`);
}
