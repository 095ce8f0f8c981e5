import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasBalancedBidi } from './citizen-text.js';
import { withIsolatedParts } from './isolated-parts.js';
import { isolated, withIsolatedRuns, withoutIsolates } from './isolates.js';

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

test('in a text by itself what runs the other way is isolated, and nothing else', () => {
  const isolatedIn = (text: string) =>
    withIsolatedParts(text, /^\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr');
  const shown = (text: string) =>
    isolatedIn(text).replaceAll('\u2066', '[').replaceAll('\u2068', '{').replaceAll('\u2069', ']');
  for (const text of [
    'متابعة المقترح [2026-K7QM2X] ببركان',
    'المقترح [3WM-2026]: جواب الإدارة',
    'للاتصال: [05 36 61 00 00]، كل صباح',
    'لقاء مع [Maroc Telecom (IAM)] في بركان',
    'ورشة [Digital 2030]، الجزء 2',
    'شبكة [5G] بالجماعة',
    'الرابط: https://www.berkane.ma/fr والبريد contact@berkane.ma',
    'لقاء 12 ماي، الساعة 15:00',
    'Rencontre avec {جمعية النور}, 12 mai',
    'Débat «{الماء أولا}» à Berkane',
    'Rencontre 2026-K7QM2X',
  ]) {
    const marked = text.replaceAll('}', ']');
    const plain = marked.replace(/[[\]{}]/g, '');
    assert.equal(shown(plain), marked);
    assert.equal(withoutIsolates(isolatedIn(plain)), plain);
    assert.equal(isolatedIn(isolatedIn(plain)), isolatedIn(plain), 'twice');
  }
});

test('is as quick for a long text that nobody would write', () => {
  for (const part of ['1', 'a', 'ع', 'a ', 'ع ', '(', 'a(', 'ع-', '05 ', 'a@']) {
    const began = performance.now();
    withIsolatedParts(`ع${part.repeat(20_000)}`, 'ar');
    withIsolatedParts(`aa${part.repeat(20_000)}ع`, 'fr');
    assert.ok(performance.now() - began < 1_000, part);
  }
});
