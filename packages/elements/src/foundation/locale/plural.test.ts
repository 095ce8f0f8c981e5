import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plural } from './plural.js';

const places = {
  zero: 'لا أماكن',
  one: 'مكان واحد',
  two: 'مكانان',
  few: '# أماكن',
  many: '# مكانا',
  other: '# مكان',
};

test('Arabic has six forms', () => {
  const said = [0, 1, 2, 3, 10, 11, 99, 100, 103].map((count) => plural('ar', count, places));
  assert.deepEqual(said, [
    'لا أماكن',
    'مكان واحد',
    'مكانان',
    '3 أماكن',
    '10 أماكن',
    '11 مكانا',
    '99 مكانا',
    '100 مكان',
    '103 أماكن',
  ]);
});

test('French counts zero as one, and millions take the common form', () => {
  const forms = { one: '# place', other: '# places' };
  assert.equal(plural('fr', 0, forms), '0 place');
  assert.equal(plural('fr', 2, forms), '2 places');
  assert.equal(plural('fr', 1_000_000, forms), '1\u202f000\u202f000 places');
  assert.equal(plural('en', 0, forms), '0 places');
});
