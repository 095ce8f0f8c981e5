import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasBalancedBidi } from './citizen-text.js';
import { isolated, withIsolatedRuns } from './isolates.js';

test('telephone numbers and codes keep their order among Arabic words', () => {
  for (const run of [
    '05 36 61 00 00',
    '05.36.61.00.00',
    '05-36-61-00-00',
    '+212 5 36 61 00 00',
    '(+212) 536 610 000',
    '00212 5 36 61 00 00',
    '0536\u00A0610\u202F000',
    'YME3WM-2026',
    '3WM-2026-K',
    '2026-yme3wm',
  ]) {
    const text = withIsolatedRuns(`للاتصال: ${run}، أو في عين المكان`);
    assert.equal(text, `للاتصال: \u2066${run}\u2069، أو في عين المكان`);
    assert.ok(hasBalancedBidi(text));
  }
});

test('what is not turned around stays as it is written', () => {
  for (const text of [
    'Téléphone : 05 36 61 00 00, référence 3WM-2026',
    'من 10 - 12 نونبر 2026، 9:30',
    'يوم 10/05/2027 بـ 500 درهم',
    'الميزانية 1 200 000 درهم',
    '',
  ]) {
    assert.equal(withIsolatedRuns(text), text);
  }
  assert.equal(isolated(''), '');
  assert.equal(isolated('3WM-2026'), '\u20683WM-2026\u2069');
});
