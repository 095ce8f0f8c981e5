import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Readiness } from './readiness.js';

describe('a server that ends', () => {
  it('keeps nobody waiting when only a script asked, once, whether it is ready', async () => {
    const readiness = new Readiness();
    readiness.noteAnswered();
    assert.equal(readiness.isEnding, false);
    const startedAt = performance.now();
    await readiness.end(600);
    assert.equal(readiness.isEnding, true);
    assert.ok(performance.now() - startedAt < 60_000);
  });

  it('says so first if somebody keeps asking', async () => {
    const readiness = new Readiness();
    readiness.noteAnswered();
    readiness.noteAnswered();
    const startedAt = performance.now();
    const ended = readiness.end(0.2);
    assert.equal(readiness.isEnding, true);
    await ended;
    assert.ok(performance.now() - startedAt > 190);
  });
});
