import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AttemptKey } from './attempt-key.js';

describe('the key of an attempt', () => {
  it('is the same for the same content, and another for other content', () => {
    const key = new AttemptKey();
    const first = key.for({ title: 'a' });
    assert.equal(key.for({ title: 'a' }), first);
    const second = key.for({ title: 'b' });
    assert.notEqual(second, first);
    assert.notEqual(key.for({ title: 'a' }), first);
  });
  it('outlives the page with the attempt it belongs to', () => {
    const key = new AttemptKey();
    const first = key.for({ title: 'a' });
    const later = new AttemptKey();
    later.restore(structuredClone(key.attempt));
    assert.equal(later.for({ title: 'a' }), first);
    later.restore(undefined);
    assert.equal(later.attempt, undefined);
    assert.notEqual(later.for({ title: 'a' }), first);
  });
});
