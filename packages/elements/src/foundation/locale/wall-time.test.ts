import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wallTimeOf } from './wall-time.js';

describe('the hour of an instant', () => {
  it('is the one that stands in its text, whatever this device knows of the zone', () => {
    for (const offset of ['+01:00', '+00:00', '-03:30']) {
      const moment = wallTimeOf(`2026-11-24T14:51:07${offset}`, 'Africa/Casablanca');
      assert.deepEqual(moment, { year: 2026, month: 11, day: 24, hour: 14, minute: 51 });
    }
  });
  it('goes through the zone where the text gives it in UTC', () => {
    const { day, hour } = wallTimeOf('2026-07-14T23:30:00Z', 'Africa/Casablanca');
    assert.deepEqual([day, hour], [15, 0]);
  });
});
