import ICAL from 'ical.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ruleDates } from './rule-dates.js';

const window = { from: '2025-11-29', to: '2028-11-30' };

/** The same dates as another program finds them. */
function byIcalJs(start: string, rule: string, to: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(
    ICAL.Time.fromDateTimeString(`${start}:00`),
  );
  const dates: string[] = [];
  for (let next = iterator.next(); next && dates.length < 1_200; next = iterator.next()) {
    const date = next.toString().slice(0, 16);
    if (date.slice(0, 10) > to) break;
    dates.push(date);
  }
  return dates;
}

describe('the dates of a rule', () => {
  it('are those that another program finds', () => {
    let state = 20261130;
    const below = (limit: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const one = <Item>(items: readonly Item[]) => items[below(items.length)]!;
    const some = (most: number, each: () => string) =>
      [...new Set(Array.from({ length: 1 + below(most) }, each))].join();
    const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const two = (number: number) => String(number).padStart(2, '0');
    for (let run = 0; run < 400; run++) {
      const frequency = one(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
      const countsWeeks = frequency === 'MONTHLY' || frequency === 'YEARLY';
      const place = () => (countsWeeks ? one(['1', '2', '3', '-1']) : '');
      const parts = [
        `FREQ=${frequency}`,
        below(3) === 0 && `INTERVAL=${1 + below(3)}`,
        // The other program needs a day that fits the rule to begin with, and may not be asked for what never is.
        countsWeeks && `BYDAY=${some(2, () => place() + one(days))}`,
        frequency === 'WEEKLY' && `BYDAY=${some(3, () => one(days))}`,
        frequency === 'YEARLY' && `BYMONTH=${1 + below(12)}`,
        below(4) === 0 && `WKST=${one(['MO', 'SU'])}`,
        one([`COUNT=${1 + below(20)}`, `UNTIL=2027${two(1 + below(12))}15T090000`]),
      ];
      const rule = parts.filter(Boolean).join(';');
      const before = `20${25 + below(2)}-${two(1 + below(12))}-${two(1 + below(28))}T10:00`;
      const [start = before] = byIcalJs(
        before,
        `${rule.replace(/;(COUNT|UNTIL).*/, '')}`,
        '2026-12-31',
      );
      assert.deepEqual(
        ruleDates(start, rule, { window }),
        byIcalJs(start, rule, window.to),
        `${start} ${rule}`,
      );
    }
  });
  it('are counted from the end, by day of the year, by week, and by their place among those that fit', () => {
    for (const [rule, expected] of [
      ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', ['2026-01-31', '2026-02-28', '2026-03-31']],
      ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', ['2026-01-30', '2026-02-27']],
      ['FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=3', ['2026-12-31', '2027-01-01', '2027-12-31']],
      ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', ['2026-05-11', '2027-05-17']],
      ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2', ['2026-02-13', '2026-03-13']],
      ['FREQ=YEARLY;INTERVAL=2;COUNT=2', ['2026-01-07', '2028-01-07']],
      ['freq = weekly ; byday = we ; count = 2', ['2026-01-07', '2026-01-14']],
      ['FREQ=WEEKLY;BYHOUR=10;BYMINUTE=0;COUNT=2', ['2026-01-07', '2026-01-14']],
      ['FREQ=WEEKLY;UNTIL=20260114', ['2026-01-07', '2026-01-14']],
      ['FREQ=WEEKLY;UNTIL=20260114T095959', ['2026-01-07']],
    ] as const) {
      assert.deepEqual(
        ruleDates('2026-01-07T10:00', rule, { window }).map((date) => date.slice(0, 10)),
        expected,
        rule,
      );
    }
  });
  it('end with the last one though it was written in UTC by other rules of the zone', () => {
    // 09:00 in UTC was ten o'clock in Casablanca as long as it was at UTC+1.
    const until = { zone: 'Africa/Casablanca', window };
    assert.deepEqual(ruleDates('2026-12-02T10:00', 'FREQ=WEEKLY;UNTIL=20261216T090000Z', until), [
      '2026-12-02T10:00',
      '2026-12-09T10:00',
      '2026-12-16T10:00',
    ]);
  });
  it('that have no end are those around today, and at once though they began long ago', () => {
    const began = performance.now();
    const dates = ruleDates('1601-01-01T10:00', 'FREQ=DAILY', { window });
    assert.deepEqual([dates[0], dates.at(-1)], ['2025-11-29T10:00', '2028-11-30T10:00']);
    const many = ruleDates('1970-01-01', 'FREQ=DAILY;COUNT=999999', { window });
    assert.deepEqual([many[0], many.length], ['2025-11-29', 1_098]);
    assert.ok(performance.now() - began < 5_000);
  });
});
