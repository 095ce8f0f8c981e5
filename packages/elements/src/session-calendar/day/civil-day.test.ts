import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  addMonths,
  addMonthsToDay,
  daysBetween,
  lastDayOf,
  parseDay,
  parseMonth,
  todayIn,
  weekdayOfDay,
} from './civil-day.js';

test('only days and months that exist are read', () => {
  assert.equal(parseDay('2024-02-29'), '2024-02-29');
  assert.equal(parseMonth('2026-11'), '2026-11');
  for (const bad of ['2023-02-29', '2026-13-01', '2026-00-10', '30/11/2026', '', '2026-11-3'])
    assert.equal(parseDay(bad), undefined, bad);
  for (const bad of ['2026-13', '2026', 'novembre', '2026-11-01'])
    assert.equal(parseMonth(bad), undefined, bad);
});

test('days are counted over months, years and the change of the clock', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2024-03-01', -1), '2024-02-29');
  assert.equal(addDays('2026-03-22', 1), '2026-03-23');
  assert.equal(daysBetween('2026-02-01', '2026-04-01'), 59);
  assert.equal(addMonths('2026-11', 3), '2027-02');
  assert.equal(addMonths('2026-01', -1), '2025-12');
  assert.equal(addMonthsToDay('2026-03-31', -1), '2026-02-28');
  assert.equal(addMonthsToDay('2026-01-31', 12), '2027-01-31');
  assert.equal(lastDayOf('2028-02'), '2028-02-29');
});

test('Monday is 1 and Sunday 7', () => {
  assert.equal(weekdayOfDay('2022-11-30'), 3);
  assert.equal(weekdayOfDay('2026-11-29'), 7);
});

test('today is what calendars in Morocco show', () => {
  // 23:30 UTC was already tomorrow at UTC+1, was still today in Ramadan, and is today for good since 20 September 2026.
  for (const [instant, day] of [
    ['2026-01-29T23:30:00Z', '2026-01-30'],
    ['2026-03-01T23:30:00Z', '2026-03-01'],
    ['2026-09-19T23:30:00Z', '2026-09-20'],
    ['2026-11-29T23:30:00Z', '2026-11-29'],
    ['2027-06-29T23:30:00Z', '2027-06-29'],
  ] as const) {
    assert.equal(todayIn('Africa/Casablanca', Date.parse(instant)), day);
  }
});
