import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rangeIn } from './byte-range.js';

describe('a part of a file', () => {
  it('is what the header names, within the file', () => {
    assert.deepEqual(rangeIn('bytes=0-0', 10), { from: 0, to: 1 });
    assert.deepEqual(rangeIn('bytes=4-', 10), { from: 4, to: 10 });
    assert.deepEqual(rangeIn('bytes=4-99', 10), { from: 4, to: 10 });
    assert.deepEqual(rangeIn('bytes=-3', 10), { from: 7, to: 10 });
    assert.deepEqual(rangeIn('bytes=-99', 10), { from: 0, to: 10 });
  });
  it('is rejected if the file has none', () => {
    for (const header of ['bytes=10-', 'bytes=10-12', 'bytes=-0', `bytes=${'9'.repeat(400)}-`]) {
      assert.equal(rangeIn(header, 10), 'unsatisfiable', header);
    }
  });
  it('is the whole file for what is no single range of bytes', () => {
    for (const header of [undefined, '', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=5-4']) {
      assert.equal(rangeIn(header, 10), 'whole', header);
    }
  });
});
