import assert from 'node:assert/strict';
import { test } from 'node:test';
import { swipedPages } from './swipe.js';

const swipe = (across: number, along: number, direction: 'ltr' | 'rtl') =>
  swipedPages(
    { clientX: 200, clientY: 300 },
    { clientX: 200 + across, clientY: 300 + along },
    direction,
  );

test('a swipe pulls in what lies beyond the edge', () => {
  assert.equal(swipe(-80, 10, 'ltr'), 1);
  assert.equal(swipe(80, 10, 'ltr'), -1);
  assert.equal(swipe(-80, 10, 'rtl'), -1);
  assert.equal(swipe(80, 10, 'rtl'), 1);
});

test('a tap, a scroll and a slanted stroke turn no page', () => {
  assert.equal(swipe(-20, 0, 'ltr'), 0);
  assert.equal(swipe(-60, 200, 'ltr'), 0);
  assert.equal(swipe(-60, 40, 'ltr'), 0);
});
