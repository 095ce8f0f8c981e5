import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths, firstDayOf, lastDayOf, weekdayOfDay } from '../day/civil-day.js';
import { dayAfterKey, type GridReading } from './grid-keys.js';
import { weekdaysFrom, weeksOf } from './month-grid.js';

test('November 2026 begins on a Sunday and takes six weeks from Monday, five from Sunday', () => {
  const weeks = weeksOf('2026-11', 1);
  assert.equal(weeks.length, 6);
  assert.deepEqual(weeks[0], [null, null, null, null, null, null, '2026-11-01']);
  assert.deepEqual(weeks[5], ['2026-11-30', null, null, null, null, null, null]);
  assert.equal(weeksOf('2026-11', 7).length, 5);
  assert.equal(weeksOf('2021-02', 1).length, 4);
});

test('every month of twenty years holds each of its days once, under its weekday', () => {
  for (const firstDay of [1, 6, 7] as const) {
    for (let month = '2015-01'; month < '2035-01'; month = addMonths(month, 1)) {
      const weeks = weeksOf(month, firstDay);
      const days = weeks.flat().filter((day) => day !== null);
      const expected: string[] = [];
      for (let day = firstDayOf(month); day <= lastDayOf(month); day = addDays(day, 1))
        expected.push(day);
      assert.deepEqual(days, expected, month);
      const columns = weekdaysFrom(firstDay);
      for (const week of weeks)
        week.forEach((day, index) => day && assert.equal(weekdayOfDay(day), columns[index]));
    }
  }
});

test('arrows follow the eye in both directions', () => {
  const press = (key: string, direction: 'ltr' | 'rtl', shiftKey = false) =>
    dayAfterKey('2026-11-18', { key, shiftKey }, { direction, firstDay: 1 });
  assert.equal(press('ArrowRight', 'ltr'), '2026-11-19');
  assert.equal(press('ArrowRight', 'rtl'), '2026-11-17');
  assert.equal(press('ArrowLeft', 'ltr'), '2026-11-17');
  assert.equal(press('ArrowLeft', 'rtl'), '2026-11-19');
  assert.equal(press('ArrowDown', 'rtl'), '2026-11-25');
  assert.equal(press('ArrowUp', 'rtl'), '2026-11-11');
  assert.equal(press('Home', 'rtl'), '2026-11-16');
  assert.equal(press('End', 'rtl'), '2026-11-22');
  assert.equal(press('PageDown', 'rtl'), '2026-12-18');
  assert.equal(press('PageUp', 'ltr', true), '2025-11-18');
  assert.equal(press('Enter', 'ltr'), undefined);
});

test('Home and End know on which day the week begins', () => {
  const sunday: GridReading = { direction: 'ltr', firstDay: 7 };
  assert.equal(dayAfterKey('2026-11-18', { key: 'Home', shiftKey: false }, sunday), '2026-11-15');
  assert.equal(dayAfterKey('2026-11-15', { key: 'End', shiftKey: false }, sunday), '2026-11-21');
});

test('a month is left at its edges', () => {
  const reading: GridReading = { direction: 'ltr', firstDay: 1 };
  const from = (day: string, key: string) => dayAfterKey(day, { key, shiftKey: false }, reading);
  assert.equal(from('2026-11-30', 'ArrowRight'), '2026-12-01');
  assert.equal(from('2026-11-01', 'ArrowUp'), '2026-10-25');
  assert.equal(from('2026-01-31', 'PageDown'), '2026-02-28');
});
