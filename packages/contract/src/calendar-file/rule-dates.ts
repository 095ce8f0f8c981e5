import { clockIn, later, msOf, type Clock } from './clock.js';
import { momentOf } from './moments.js';
import { fitsRule, periodOf, type DayRule } from './rule-days.js';

/** How far series are followed that have no end. */
export interface Window {
  readonly from: Clock;
  readonly to: Clock;
}

/** The most dates of one rule; more than this are not meetings. */
const mostDates = 1_100;
const dayMs = 86_400_000;

/**
 * The dates of an event that begins at `start` and repeats by `rule` (`FREQ=WEEKLY;BYDAY=TU`, RFC 5545). Clock times
 * count, not instants: a meeting at three stays at three when the clocks change. `zone` is that of `start`; without it,
 * the end of the rule has the same zone, whatever it says. A rule without an end, or with too many dates, is followed
 * in `window` only. Throws if the rule is not understood.
 *
 * Each day is asked whether it fits, so the search always ends, even for a rule that no day fits.
 */
export function ruleDates(
  start: Clock,
  rule: string,
  { zone, window }: { zone?: string; window: Window },
): Clock[] {
  const parts = partsOf(rule, start);
  const { count, until } = parts;
  const isFinite = count !== undefined || until !== undefined;
  const hour = start.slice(10);
  const [first, horizon, earliest] = [start, window.to, window.from].map((clock) =>
    Math.floor(msOf(clock) / dayMs),
  ) as [number, number, number];
  const last = until === undefined ? undefined : lastClock(until, zone);
  const days: number[] = [];
  const from = isFinite ? first : Math.max(first, earliest);
  let period = periodOf(from, parts).begins;
  while (period <= horizon && (count === undefined || days.length < count)) {
    const { ends, isSkipped } = periodOf(period, parts, first);
    if (!isSkipped) {
      const fitting: number[] = [];
      for (let day = period; day < ends; day++) if (fitsRule(day, parts)) fitting.push(day);
      days.push(...chosen(fitting, parts.positions).filter((day) => day >= first));
    }
    if (last !== undefined && clockOf(period, hour) > last) break;
    period = ends;
  }
  const dates = days
    .slice(0, count)
    .filter((day) => day <= horizon)
    .map((day) => clockOf(day, hour))
    .filter((date) => last === undefined || date <= last);
  if (isFinite && dates.length <= mostDates) return dates;
  return dates.filter((date) => date >= window.from).slice(0, mostDates);
}

function clockOf(day: number, hour: string): Clock {
  return new Date(day * dayMs).toISOString().slice(0, 10) + hour;
}

/** `BYSETPOS`: which of the days that fit in one month, or week, are meant. */
function chosen(days: number[], positions: readonly number[]): number[] {
  if (positions.length === 0) return days;
  return days.filter(
    (_day, index) => positions.includes(index + 1) || positions.includes(index - days.length),
  );
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

interface Rule extends DayRule {
  readonly positions: readonly number[];
  readonly count: number | undefined;
  readonly until: string | undefined;
}

/** The parts of a rule, taken one by one; none may be left in the end. */
class RuleText {
  readonly #parts: Map<string, string>;

  constructor(text: string) {
    const parts = text.toUpperCase().replace(/\s/g, '').split(';').filter(Boolean);
    this.#parts = new Map(
      parts.map((part) => {
        const [name = '', value = ''] = part.split('=');
        return [name, value];
      }),
    );
  }

  take(name: string): string | undefined {
    const value = this.#parts.get(name);
    this.#parts.delete(name);
    return value;
  }

  numbers(name: string, most: number): number[] {
    const values = this.take(name)?.split(',') ?? [];
    return values.map((value) => {
      const number = Number(value);
      if (!/^[+-]?\d+$/.test(value) || number === 0 || Math.abs(number) > most) wrong(name, value);
      return number;
    });
  }

  weekdays(name: string): Rule['weekdays'] {
    return (this.take(name)?.split(',') ?? []).map((value) => {
      const [, place = '', weekday = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(value) ?? [];
      const day = weekdays.indexOf(weekday);
      if (day === -1) wrong(name, value);
      return { day, place: Number(place) };
    });
  }

  /** Some programs repeat the time of the beginning; no other is understood. */
  requireTime(name: string, value: number): void {
    const given = this.take(name);
    if (given !== undefined && Number(given) !== value) wrong(name, given);
  }

  requireNoOther(): void {
    for (const [name, value] of this.#parts) wrong(name, value);
  }
}

function partsOf(text: string, start: Clock): Rule {
  const parts = new RuleText(text);
  const frequency = parts.take('FREQ') ?? '';
  // Nothing that people go to begins every hour.
  if (!/^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(frequency)) wrong('FREQ', frequency);
  const [interval = 1] = parts.numbers('INTERVAL', 1e6);
  const [count] = parts.numbers('COUNT', 1e6);
  if (interval < 0) wrong('INTERVAL', String(interval));
  if ((count ?? 1) < 0) wrong('COUNT', String(count));
  const begins = new Date(msOf(start));
  const rule = {
    frequency: frequency as Rule['frequency'],
    interval,
    count,
    until: parts.take('UNTIL'),
    weekStart: Math.max(0, weekdays.indexOf(parts.take('WKST') ?? 'MO')),
    months: parts.numbers('BYMONTH', 12),
    monthDays: parts.numbers('BYMONTHDAY', 31),
    yearDays: parts.numbers('BYYEARDAY', 366),
    weeks: parts.numbers('BYWEEKNO', 53),
    positions: parts.numbers('BYSETPOS', 366),
    weekdays: parts.weekdays('BYDAY'),
  };
  parts.requireTime('BYHOUR', begins.getUTCHours());
  parts.requireTime('BYMINUTE', begins.getUTCMinutes());
  parts.requireTime('BYSECOND', 0);
  parts.requireNoOther();
  return { ...rule, ...completion(rule, begins) };
}

function wrong(name: string, value: string): never {
  throw new RangeError(`${name}=${value}`);
}

/** Completes a rule from its beginning: the same weekday each week, the same day each month. */
function completion(rule: Rule, begins: Date): Partial<Rule> {
  const { frequency, months, weeks, weekdays: named, monthDays, yearDays } = rule;
  if (named.length + monthDays.length + yearDays.length > 0 || frequency === 'DAILY') return {};
  if (frequency === 'WEEKLY' || weeks.length > 0) {
    return { weekdays: [{ day: begins.getUTCDay(), place: 0 }] };
  }
  const theDay = { monthDays: [begins.getUTCDate()] };
  if (frequency === 'MONTHLY' || months.length > 0) return theDay;
  return { ...theDay, months: [begins.getUTCMonth() + 1] };
}

/** The last moment of a rule, on the clocks of its beginning. */
function lastClock(until: string, zone: string | undefined): Clock {
  const moment = momentOf(until, { parameters: new Map() });
  if (!moment) wrong('UNTIL', until);
  if (!moment.clock.includes('T')) return `${moment.clock}T24`;
  const isElsewhere = zone !== undefined && moment.zone !== undefined && !('named' in moment.zone);
  if (!isElsewhere) return moment.clock;
  // Written in UTC by rules of the zone that have changed since, it is an hour wrong and would lose the last date: an hour
  // more brings none back too many.
  return later(clockIn(zone, moment.clock, moment.zone), 3_600_000);
}
