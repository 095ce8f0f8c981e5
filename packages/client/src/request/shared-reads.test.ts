import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SharedReads } from './shared-reads.js';

/** A read that the test settles, and what it was told. */
function controlled() {
  const { promise, resolve, reject } = withResolvers<string>();
  const started: AbortSignal[] = [];
  const start = (signal: AbortSignal) => {
    started.push(signal);
    return promise;
  };
  return { start, started, resolve, reject };
}

function withResolvers<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('reads of the same thing at the same time', () => {
  it('are one, and the next one after the answer is another', async () => {
    const reads = new SharedReads();
    const { start, started, resolve } = controlled();
    const all = Array.from({ length: 30 }, () => reads.join('site', undefined, start));
    resolve('answer');
    assert.deepEqual(new Set(await Promise.all(all)), new Set(['answer']));
    assert.equal(started.length, 1);
    await reads.join('site', undefined, start);
    assert.equal(started.length, 2);
  });
  it('are distinguished by their key', async () => {
    const reads = new SharedReads();
    const { start, started, resolve } = controlled();
    resolve('answer');
    await Promise.all(['a', 'b'].map((key) => reads.join(key, undefined, start)));
    assert.equal(started.length, 2);
  });
  it('fail together, and are requested again afterwards', async () => {
    const reads = new SharedReads();
    const first = controlled();
    const both = [1, 2].map(() => reads.join('site', undefined, first.start));
    first.reject(new Error('no'));
    for (const each of both) await assert.rejects(each, /no/);
    const second = controlled();
    second.resolve('answer');
    assert.equal(await reads.join('site', undefined, second.start), 'answer');
  });
  it('go on when one reader leaves, and end when the last has left', async () => {
    const reads = new SharedReads();
    const { start, started } = controlled();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = reads.join('site', one.signal, start);
    const second = reads.join('site', two.signal, start);
    one.abort('one left');
    await assert.rejects(first, (reason) => reason === 'one left');
    assert.equal(started[0]!.aborted, false);
    two.abort('two left');
    await assert.rejects(second, (reason) => reason === 'two left');
    assert.equal(started[0]!.aborted, true);
    const next = controlled();
    next.resolve('answer');
    assert.equal(await reads.join('site', undefined, next.start), 'answer');
  });
  it('are not started for a reader that has left already', async () => {
    const { start, started } = controlled();
    await assert.rejects(new SharedReads().join('site', AbortSignal.abort('gone'), start));
    assert.equal(started.length, 0);
  });
});
