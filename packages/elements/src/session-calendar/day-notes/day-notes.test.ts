import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayNotes } from './day-notes.js';
import { hijriDateOf } from './hijri-date.js';

const fitr = [
  {
    startDate: '2027-03-10',
    endDate: '2027-03-11',
    name: { ar: 'عيد الفطر', fr: 'Aïd Al-Fitr' },
  },
];
const holiday = (day: string, locale: 'ar' | 'fr' | 'en' | 'zgh' = 'fr') =>
  dayNotes(locale, { announced: fitr, hijri: false }).holiday(day);

describe('days off', () => {
  it('are those with a fixed date, in the language of the reader', () => {
    assert.deepEqual(holiday('2026-11-18'), {
      text: 'Fête de l’Indé\u00adpen\u00addance',
      language: 'fr',
    });
    assert.deepEqual(holiday('2026-11-06', 'ar'), { text: 'ذكرى المسيرة الخضراء', language: 'ar' });
    assert.deepEqual(holiday('2026-07-30', 'zgh'), { text: 'عيد العرش', language: 'ar' });
    assert.equal(holiday('2026-11-19'), null);
  });
  it('hold the Amazigh New Year since 2024 and Unity Day since 2026', () => {
    assert.equal(holiday('2023-01-14'), null);
    assert.equal(holiday('2027-01-14')?.text, 'Nouvel An amazigh');
    assert.equal(holiday('2025-10-31'), null);
    assert.equal(holiday('2026-10-31', 'ar')?.text, 'عيد الوحدة');
  });
  it('and those the site announces, on each of their days', () => {
    assert.equal(holiday('2027-03-09'), null);
    assert.equal(holiday('2027-03-10')?.text, 'Aïd Al-Fitr');
    assert.equal(holiday('2027-03-11', 'en')?.text, 'Aïd Al-Fitr');
    assert.equal(holiday('2027-03-12'), null);
  });
});

describe('Hijri dates', () => {
  const notes = dayNotes('ar', { announced: [], hijri: true });
  it('are computed', () => {
    assert.deepEqual(hijriDateOf('2026-11-18'), { year: 1448, month: 6, day: 8 });
    assert.equal(notes.hijri('2026-11-18'), '8 جمادى الآخرة 1448\u00a0هـ');
    assert.equal(
      dayNotes('fr', { announced: [], hijri: true }).hijri('2027-02-08'),
      '1 ramadan 1448\u00a0H',
    );
  });
  it('name the months that a month lies in', () => {
    assert.equal(
      notes.hijriSpan('2026-11-01', '2026-11-30'),
      'جمادى الأولى – جمادى الآخرة 1448\u00a0هـ',
    );
    assert.equal(
      notes.hijriSpan('2027-06-01', '2027-06-30'),
      'ذو الحجة 1448\u00a0هـ – محرم 1449\u00a0هـ',
    );
  });
  it('are said to be computed, and not shown unless asked for', () => {
    assert.match(notes.note!, /محسوبة/);
    const without = dayNotes('ar', { announced: [], hijri: false });
    assert.deepEqual([without.hijri('2026-11-18'), without.note], [undefined, undefined]);
  });
});
