import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offsetAt } from './civil-time.js';
import { moroccanClockDisagreement } from './moroccan-clock-check.js';
import { moroccanClockRelease } from './moroccan-clock.js';

const from = new Date('2026-11-30T08:00Z');
const to = new Date('2036-11-30T08:00Z');

describe('our rules for Morocco', () => {
  it('are those of this system from 2008 on, unless its data are older', () => {
    const beginning = new Date('2008-07-01T00:00Z');
    assert.equal(moroccanClockDisagreement(process.versions.tz, beginning, to), undefined);
  });
  it('are reported if newer data differ from them, with the day', () => {
    const ahead = Date.parse('2028-03-01T00:00Z');
    const theirs = (zone: string, instant: number) =>
      instant >= ahead && zone === 'Africa/El_Aaiun' ? 3_600_000 : offsetAt(zone, instant);
    assert.deepEqual(moroccanClockDisagreement('2028a', from, to, theirs), {
      zone: 'Africa/El_Aaiun',
      day: '2028-03-01',
      ours: 0,
      theirs: 60,
      ourRelease: moroccanClockRelease,
      theirRelease: '2028a',
    });
    assert.equal(
      moroccanClockDisagreement('2028a', from, new Date('2028-02-29'), theirs),
      undefined,
    );
  });
  it('are not measured by older data', () => {
    const theirs = () => 3_600_000;
    for (const release of ['2025c', '2026b', undefined]) {
      assert.equal(moroccanClockDisagreement(release, from, to, theirs), undefined);
    }
    assert.ok(moroccanClockDisagreement(moroccanClockRelease, from, to, theirs));
  });
});
