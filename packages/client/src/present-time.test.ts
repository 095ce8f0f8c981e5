import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { compareClocks, presentTime } from './present-time.js';

const hourMs = 3_600_000;
const answeredAt = (ms: number) => new Headers({ Date: new Date(ms).toUTCString() });
const isAbout = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 5_000, `${actual - expected} ms`);

afterEach(() => compareClocks(answeredAt(Date.now())));

it('a device two years off, either way, goes by the clock of the service', () => {
  for (const years of [-2, 2]) {
    const there = Date.now() + years * 365 * 24 * hourMs;
    compareClocks(answeredAt(there));
    isAbout(presentTime(), there);
  }
});
it('hours are let be: the answer may have been kept for as long', () => {
  compareClocks(answeredAt(Date.now() - 5 * hourMs));
  isAbout(presentTime(), Date.now());
});
it('an answer that says nothing of it changes nothing', () => {
  const there = Date.now() + 1_000 * 24 * hourMs;
  compareClocks(answeredAt(there));
  compareClocks(new Headers());
  compareClocks(new Headers({ Date: 'yesterday' }));
  isAbout(presentTime(), there);
});
