import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { warnOfNewerZoneData } from './zone-data.js';

const told = (...system: [release: string | undefined, theirOffsetAt?: () => number]) => {
  const lines: string[] = [];
  const log = pino({ base: undefined }, { write: (line) => void lines.push(line) });
  warnOfNewerZoneData(log, ...system);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the zone data of the system', () => {
  it('are not reported while they agree with ours, or are older', () => {
    for (const release of [process.versions.tz, '2025c', undefined]) {
      assert.deepEqual(told(release), []);
    }
  });
  it('are reported in one line once they differ', () => {
    const [line, ...more] = told('2029a', () => 7_200_000);
    assert.equal(more.length, 0);
    assert.equal(line?.['level'], 40);
    assert.match(String(line?.['msg']), /^the clocks of Morocco: from \d{4}-\d\d-\d\d on, .*2029a/);
  });
});
