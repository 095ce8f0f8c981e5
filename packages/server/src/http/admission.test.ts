import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Admission, type Asker } from './admission.js';

/** Work that ends when it is told to. */
function works(admission: Admission) {
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  const ask = (asker: Asker, name: string) =>
    admission.run(asker, () => {
      begun.push(name);
      return new Promise<void>((settle) => ends.push(settle));
    });
  return { ask, begun, ends };
}

/** Long enough that whoever waits for a turn that is free has been called. */
async function settled(): Promise<void> {
  for (let round = 0; round < 10; round++) await new Promise((settle) => setImmediate(settle));
}

const isRefusal = (error: { problem?: { code?: string; retryAfter?: number } }) =>
  error.problem?.code === 'unavailable' && Number(error.problem.retryAfter) > 0;

describe('the line before the database', () => {
  it('lets so many through at once, the others in their order, and staff before them', async () => {
    const { ask, begun, ends } = works(new Admission(2, 4));
    const all = ['one', 'two', 'three', 'four'].map((name) => ask('read', name));
    const staff = ['five', 'six', 'seven'].map((name) => ask('staff', name));
    await settled();
    assert.deepEqual(begun, ['one', 'two', 'five', 'six']);
    for (let time = 0; time < 7; time++) {
      ends[time]?.();
      await settled();
    }
    assert.deepEqual(begun, ['one', 'two', 'five', 'six', 'seven', 'three', 'four']);
    await Promise.all([...all, ...staff]);
  });

  it('rejects requests that would wait too long, reads first, and continues', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { ask, begun, ends } = works(new Admission(1, 4));
      const first = ask('read', 'first');
      const reader = ask('read', 'reader');
      const sender = ask('send', 'sender');
      const refused = assert.rejects(reader, isRefusal);
      mock.timers.tick(1_000);
      await refused;
      ends[0]?.();
      await settled();
      assert.deepEqual(begun, ['first', 'sender']);
      ends[1]?.();
      await Promise.all([first, sender]);
      const next = ask('read', 'next');
      await settled();
      ends[2]?.();
      await next;
    } finally {
      mock.timers.reset();
    }
  });

  it('is never longer than it may be', async () => {
    const { ask, ends } = works(new Admission(1, 4));
    const readers = Array.from({ length: 251 }, (_, index) => ask('read', String(index)));
    await assert.rejects(ask('read', 'too many'), isRefusal);
    // Whoever sends is kept out by no crowd that reads.
    const senders = Array.from({ length: 1_000 }, (_, index) => ask('send', String(index)));
    await assert.rejects(ask('send', 'too many'), isRefusal);
    const staff = ask('staff', 'staff');
    for (let time = 0; time < 1_252; time++) {
      ends[time]?.();
      await settled();
    }
    await Promise.all([...readers, ...senders, staff]);
  });

  it('leaves rounds between two turns, so that who comes new is heard', async () => {
    const { ask, begun, ends } = works(new Admission(2, 4));
    const all = ['one', 'two', 'three', 'four'].map((name) => ask('read', name));
    await settled();
    ends[0]?.();
    ends[1]?.();
    await new Promise((settle) => setImmediate(settle));
    assert.deepEqual(begun, ['one', 'two', 'three'], 'the second turn waits');
    await settled();
    assert.deepEqual(begun, ['one', 'two', 'three', 'four']);
    ends[2]?.();
    ends[3]?.();
    await Promise.all(all);
  });

  it('goes on after work that fails', async () => {
    const admission = new Admission(1, 4);
    await assert.rejects(admission.run('read', () => Promise.reject(new Error('no'))));
    assert.equal(await admission.run('read', () => Promise.resolve(7)), 7);
  });
});
