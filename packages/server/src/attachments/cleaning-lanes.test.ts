import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../operations/problem-error.js';
import { CleaningLanes } from './cleaning-lanes.js';

/** Work that ends when it is told to. */
function setUp() {
  const lanes = new CleaningLanes(2);
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const send = (sender: string, name: string) =>
    lanes.inTurn(sender, async () => {
      started.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { send, end, started };
}

describe('files that wait to be checked', () => {
  it('leave a lane to others, however many somebody sends', async () => {
    const { send, end, started } = setUp();
    for (let at = 0; at < 8; at++) void send('hostile', `bad ${at}`);
    const honest = send('honest', 'good');
    assert.deepEqual(started, ['bad 0', 'good']);
    await end('good');
    assert.equal(await honest, 'good');
    assert.deepEqual(started, ['bad 0', 'good'], 'one of each sender at a time');
  });
  it('take turns, so that the sender of one file does not wait for all files of others', async () => {
    const { send, end, started } = setUp();
    for (const sender of ['one', 'two']) {
      for (let at = 0; at < 5; at++) void send(sender, `${sender} ${at}`);
    }
    void send('honest', 'good');
    await end('one 0');
    assert.deepEqual(started, ['one 0', 'two 0', 'good']);
    await end('two 0');
    await end('good');
    assert.deepEqual(started.slice(3), ['one 1', 'two 1']);
  });
  it('go on after one that fails', async () => {
    const lanes = new CleaningLanes(2);
    await assert.rejects(lanes.inTurn('one', async () => Promise.reject(new Error('broken'))));
    assert.equal(await lanes.inTurn('one', async () => 1), 1);
  });
  it('are bounded, of one sender and of all', async () => {
    const { send } = setUp();
    const isFull = (error: unknown) =>
      error instanceof ProblemError && error.problem.code === 'unavailable';
    const until = async (sender: (at: number) => string) => {
      for (let at = 0; at < 100; at++) {
        try {
          void send(sender(at), `${sender(at)} ${at}`);
        } catch (error) {
          assert.ok(isFull(error));
          return at;
        }
      }
      return Infinity;
    };
    assert.equal(await until(() => 'hostile'), 11);
    assert.ok((await until((at) => `crowd ${at}`)) < 100);
  });
});
