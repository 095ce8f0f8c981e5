import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, localeOf, textLocaleOf } from './locale.js';

test('language tags are read as pages write them', () => {
  const cases = {
    ar: 'ar',
    'ar-MA': 'ar',
    AR: 'ar',
    ary: 'ar',
    fr: 'fr',
    'fr-MA': 'fr',
    fr_FR: 'fr',
    'en-GB': 'en',
    zgh: 'zgh',
    'zgh-Tfng-MA': 'zgh',
    tzm: 'zgh',
    'tzm-Tfng': 'zgh',
    ber: 'zgh',
  } as const;
  for (const [tag, locale] of Object.entries(cases)) assert.equal(localeOf(tag), locale, tag);
});

test('other tags are not guessed at', () => {
  for (const tag of ['', 'es', 'fra', 'x', 'constructor', 'toString', '__proto__', '-ar']) {
    assert.equal(localeOf(tag), undefined, tag);
  }
});

test('only Arabic runs from right to left, and Amazigh reads French sentences', () => {
  assert.deepEqual((['ar', 'fr', 'en', 'zgh'] as const).map(directionOf), [
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ]);
  assert.equal(textLocaleOf('zgh'), 'fr');
  assert.equal(textLocaleOf('ar'), 'ar');
});
