import assert from 'node:assert/strict';
import { test } from 'node:test';
import { piecesOf } from './highlighted-text.js';

test('cuts a name at what was matched', () => {
  assert.deepEqual(piecesOf('Hassi-Berkane', [[6, 10]]), [
    { text: 'Hassi-', isMatch: false },
    { text: 'Berk', isMatch: true },
    { text: 'ane', isMatch: false },
  ]);
  assert.deepEqual(piecesOf('بركان', [[0, 5]]), [{ text: 'بركان', isMatch: true }]);
  assert.deepEqual(piecesOf('Fès', []), [{ text: 'Fès', isMatch: false }]);
});

test('loses no letter, whatever the ranges', () => {
  const ranges = [
    [0, 2],
    [2, 3],
    [5, 9],
  ] as const;
  assert.equal(
    piecesOf('Tanger-Tétouan', ranges)
      .map((piece) => piece.text)
      .join(''),
    'Tanger-Tétouan',
  );
});
