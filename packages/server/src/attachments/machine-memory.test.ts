import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleaningRoom } from './machine-memory.js';

/** What the server takes with its embedded database while people read and send: see docs/reliability.md. */
const server = 330_000_000;
const photo = 280_000_000;

describe('files that are checked', () => {
  it('leave the server its memory, whatever a file is made to take, and have enough for a photo', () => {
    for (const memory of [1_000_000_000, 2_000_000_000, 4_000_000_000]) {
      const { atOnce, bytesOfOne } = cleaningRoom(memory);
      assert.ok(atOnce * bytesOfOne + server < memory, `${memory}`);
      assert.ok(bytesOfOne > photo, `${memory}`);
    }
  });
  it('are two at a time if there is enough memory', () => {
    assert.equal(cleaningRoom(1_000_000_000).atOnce, 1);
    assert.equal(cleaningRoom(2_000_000_000).atOnce, 2);
    assert.deepEqual(cleaningRoom(64_000_000_000), { atOnce: 2, bytesOfOne: 640_000_000 });
  });
  it('have as much as fits in the machine at hand', () => {
    assert.ok(cleaningRoom().bytesOfOne > 0);
  });
});
