import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthName, weekdayName } from './calendar-names.js';
import { civilMomentOf, formatDay, formatMonth, formatTime, weekdayOf } from './date-format.js';

const day = { year: 2022, month: 11, day: 30 };

test('a day is written as people say it', () => {
  assert.equal(formatDay('ar', day), 'الأربعاء 30 نونبر 2022');
  assert.equal(formatDay('fr', day), 'mercredi 30 novembre 2022');
  assert.equal(formatDay('en', day), 'Wednesday 30 November 2022');
  assert.equal(formatDay('zgh', day), 'ⴰⴽⵕⴰⵙ 30 ⵏⵓⵡⴰⵏⴱⵉⵔ 2022');
  assert.equal(formatDay('fr', { ...day, day: 1 }), 'mardi 1er novembre 2022');
  assert.equal(formatDay('ar', day, { weekday: false, year: false }), '30 نونبر');
  assert.equal(formatMonth('ar', day), 'نونبر 2022');
});

// The engine that runs these tests has the whole of CLDR: the tables we ship for the engines that do not must agree.
test('our own names are those of CLDR', () => {
  for (const [locale, tag] of [
    ['ar', 'ar-MA'],
    ['zgh', 'zgh'],
  ] as const) {
    for (const width of ['long', 'short'] as const) {
      const month = new Intl.DateTimeFormat(tag, { month: width, timeZone: 'UTC' });
      const weekday = new Intl.DateTimeFormat(tag, { weekday: width, timeZone: 'UTC' });
      assert.equal(month.resolvedOptions().locale, tag);
      for (let index = 1; index <= 12; index += 1) {
        assert.equal(monthName(locale, index, width), month.format(Date.UTC(2024, index - 1, 1)));
      }
      for (let index = 1; index <= 7; index += 1) {
        assert.equal(weekdayName(locale, index, width), weekday.format(Date.UTC(2024, 0, index)));
      }
    }
  }
});

test('weekdays begin on Monday', () => {
  assert.equal(weekdayOf(day), 3);
  assert.equal(weekdayOf({ year: 2026, month: 11, day: 22 }), 7);
  assert.deepEqual(
    [1, 7].map((weekday) => weekdayName('fr', weekday)),
    ['lundi', 'dimanche'],
  );
  assert.deepEqual(
    [1, 7].map((weekday) => weekdayName('ar', weekday, 'narrow')),
    ['ن', 'ح'],
  );
});

test('the clock shows the time of Casablanca in winter and in Ramadan, on both sides of midnight', () => {
  const zone = 'Africa/Casablanca';
  assert.deepEqual(civilMomentOf('2022-11-30T23:30:00Z', zone), {
    year: 2022,
    month: 12,
    day: 1,
    hour: 0,
    minute: 30,
  });
  // Ramadan 2022: 3 April to 2 May; the clock goes back to UTC on 27 March.
  assert.equal(civilMomentOf('2022-04-10T12:00:00Z', zone).hour, 12);
  assert.equal(civilMomentOf('2022-06-10T12:00:00Z', zone).hour, 13);
  assert.throws(() => civilMomentOf('tomorrow', zone), RangeError);
  assert.throws(() => civilMomentOf(0, 'Africa/Atlantis'), RangeError);
});

test('times are written as people say them', () => {
  assert.equal(formatTime('ar', { hour: 9, minute: 5 }), '09:05');
  assert.equal(formatTime('fr', { hour: 9, minute: 5 }), '9\u00a0h\u00a005');
  assert.equal(formatTime('fr', { hour: 15, minute: 0 }), '15\u00a0h');
});
