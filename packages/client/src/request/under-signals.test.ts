import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { pause, underSignals } from './under-signals.js';

const never = () => new Promise<never>(() => {});
const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

describe('work under signals', () => {
  it('gives its value, and leaves no listener behind', async () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const value = await underSignals([one.signal, undefined, two.signal], async () => 7);
    assert.deepEqual([value, listeners(one.signal), listeners(two.signal)], [7, 0, 0]);
  });
  it('rejects with the reason of whichever is aborted, even when the work does not listen', async () => {
    for (const which of [0, 1]) {
      const controllers = [new AbortController(), new AbortController()];
      const signals = controllers.map(({ signal }) => signal);
      const work = underSignals(signals, never);
      const reason = new Error(`${which}`);
      controllers[which]!.abort(reason);
      await assert.rejects(work, reason);
      assert.deepEqual(signals.map(listeners), [0, 0]);
    }
  });
  it('gets the abort with its reason', async () => {
    const outer = new AbortController();
    let inner: AbortSignal | undefined;
    const work = underSignals([outer.signal], ({ signal }) => {
      inner = signal;
      return never();
    });
    outer.abort('enough');
    await assert.rejects(work, (reason) => reason === 'enough');
    assert.equal(inner?.reason, 'enough');
  });
  it('never starts under a signal that is aborted', async () => {
    let started = false;
    const live = new AbortController();
    const work = underSignals([live.signal, AbortSignal.abort('gone')], async () => {
      started = true;
    });
    await assert.rejects(work, (reason) => reason === 'gone');
    assert.deepEqual([started, listeners(live.signal)], [false, 0]);
  });
  it('fails as the work fails', async () => {
    const { signal } = new AbortController();
    const error = new Error('x');
    await assert.rejects(
      underSignals([signal], () => Promise.reject(error)),
      error,
    );
    assert.equal(listeners(signal), 0);
  });
});

describe('a pause', () => {
  it('lasts as long as it should', async () => {
    const start = performance.now();
    await pause(30, new AbortController().signal);
    assert.ok(performance.now() - start >= 29);
  });
  it('ends at once when aborted', async () => {
    const controller = new AbortController();
    const start = performance.now();
    const paused = pause(60_000, controller.signal);
    controller.abort('enough');
    await assert.rejects(paused, (reason) => reason === 'enough');
    assert.ok(performance.now() - start < 1000);
  });
});
