import { civilTimeIn, homeZone } from '@nafida/contract/civil-time.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastDue } from './nightly.js';

const hourMs = 3_600_000;

describe('the moment at which a backup is due', () => {
  it('is at night in Morocco, in winter, in summer and when the clocks were an hour ahead', () => {
    for (const now of ['2026-03-01T12:00Z', '2026-07-01T12:00Z', '2026-12-01T12:00Z']) {
      for (let machine = 0; machine < 200; machine++) {
        const time = civilTimeIn(homeZone, lastDue(new Date(now), `machine ${machine}`));
        assert.ok(time >= '01:00' && time < '05:00', time);
      }
    }
  });

  it('comes once a day, at the same minute for one machine', () => {
    const start = Date.UTC(2026, 9, 1);
    const due = new Set<number>();
    for (let hour = 0; hour < 24 * 30; hour++) {
      const now = new Date(start + hour * hourMs);
      const last = lastDue(now, 'a machine');
      assert.ok(last <= now && now.getTime() - last.getTime() < 24 * hourMs);
      due.add(Number(last));
    }
    assert.ok(due.size === 30 || due.size === 31, String(due.size));
  });

  it('is another one for other machines', () => {
    const now = new Date('2026-12-01T12:00Z');
    const minutes = new Set(
      Array.from({ length: 100 }, (_, machine) => Number(lastDue(now, `machine ${machine}`))),
    );
    assert.ok(minutes.size > 60, String(minutes.size));
  });
});
