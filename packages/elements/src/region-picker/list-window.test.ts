import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnRange, scrollTopFor } from './list-window.js';

const view = (scrollTop: number) => ({ scrollTop, height: 400, rowHeight: 60 });

test('a short list is drawn whole', () => {
  assert.deepEqual(drawnRange(view(0), 5), { start: 0, end: 5 });
  assert.deepEqual(drawnRange(view(0), 0), { start: 0, end: 0 });
});

test('a long list is drawn where it is seen, with a few rows to spare once it is scrolled', () => {
  assert.deepEqual(drawnRange(view(0), 1000), { start: 0, end: 8 });
  assert.deepEqual(drawnRange(view(30_000), 1000), { start: 496, end: 511 });
});

test('every row that can be seen is drawn, at any scroll position, also beyond the ends', () => {
  for (let count = 0; count < 60; count += 7) {
    const farthest = Math.max(0, count * 60 - 400);
    for (let scrollTop = -80; scrollTop <= farthest + 80; scrollTop += 13) {
      const { start, end } = drawnRange(view(scrollTop), count);
      const first = Math.max(0, Math.floor(Math.min(scrollTop, farthest) / 60));
      const last = Math.min(
        count,
        Math.ceil((Math.max(0, Math.min(scrollTop, farthest)) + 400) / 60),
      );
      assert.ok(start <= Math.min(first, count) && end >= last, `${count} rows at ${scrollTop}`);
      assert.ok(start >= 0 && end <= count && start <= end);
    }
  }
});

test('a row is scrolled into sight by the shortest way', () => {
  assert.equal(scrollTopFor(0, view(600)), 0);
  assert.equal(scrollTopFor(12, view(600)), 600, 'seen already');
  assert.equal(scrollTopFor(30, view(600)), 31 * 60 - 400);
  assert.equal(scrollTopFor(9, view(600)), 540);
});
