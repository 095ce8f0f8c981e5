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

function partsOf(text: string, start: Clock): Rule {
  const parts = new Map(
    text
      .toUpperCase()
      .replace(/\s/g, '')
      .split(';')
      .filter(Boolean)
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name, value];
      }),
  );
  const take = (name: string) => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const numbers = (name: string, most: number) => {
    const values = take(name)?.split(',') ?? [];
    return values.map((value) => {
      const number = Number(value);
      if (!/^[+-]?\d+$/.test(value) || number === 0 || Math.abs(number) > most) wrong(name, value);
      return number;
    });
  };
  const frequency = take('FREQ') ?? '';
  // Nothing that people go to begins every hour.
  if (!/^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(frequency)) wrong('FREQ', frequency);
  const [interval = 1] = numbers('INTERVAL', 1e6);
  const [count] = numbers('COUNT', 1e6);
  if (interval < 0) wrong('INTERVAL', String(interval));
  if ((count ?? 1) < 0) wrong('COUNT', String(count));
  const begins = new Date(msOf(start));
  const rule = {
    frequency: frequency as Rule['frequency'],
    interval,
    count,
    until: take('UNTIL'),
    weekStart: Math.max(0, weekdays.indexOf(take('WKST') ?? 'MO')),
    months: numbers('BYMONTH', 12),
    monthDays: numbers('BYMONTHDAY', 31),
    yearDays: numbers('BYYEARDAY', 366),
    weeks: numbers('BYWEEKNO', 53),
    positions: numbers('BYSETPOS', 366),
    weekdays: (take('BYDAY')?.split(',') ?? []).map((value) => {
      const [, place = '', name = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(value) ?? [];
      const day = weekdays.indexOf(name);
      if (day === -1) wrong('BYDAY', value);
      return { day, place: Number(place) };
    }),
  };
  for (const [name, hour] of [
    ['BYHOUR', begins.getUTCHours()],
    ['BYMINUTE', begins.getUTCMinutes()],
    ['BYSECOND', 0],
  ] as const) {
    // The hour of the beginning, which some programs say once more.
    if (numbersOr(take(name), hour) !== hour) wrong(name, 'another hour');
  }
  const [stranger] = parts.keys();
  if (stranger !== undefined) wrong(stranger, parts.get(stranger) ?? '');
  return { ...rule, ...untold(rule, begins) };
}

function numbersOr(value: string | undefined, unlessTold: number): number {
  return value === undefined ? unlessTold : Number(value);
}

function wrong(name: string, value: string): never {
  throw new RangeError(`${name}=${value}`);
}

/** Completes a rule from its beginning: the same weekday each week, the same day each month. */
function untold(rule: Rule, begins: Date): Partial<Rule> {
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
