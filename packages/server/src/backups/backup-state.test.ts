import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backupName } from './backup-name.js';
import { backupWarning, type BackupState } from './backup-state.js';

const now = new Date('2026-12-10T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

function state(made: readonly Date[], failedAt?: Date): BackupState {
  return {
    directory: '/backups',
    storage: null,
    since: daysAgo(10).toISOString(),
    failure: failedAt ? { at: failedAt.toISOString(), why: 'The disk is full.' } : null,
    kept: made.map((at) => ({
      name: backupName(at, false),
      bytes: 1,
      contentHash: null,
      isStored: false,
    })),
  };
}

describe('what commands say of backups', () => {
  it('is nothing while they are made every night', () => {
    assert.equal(backupWarning(state([daysAgo(0.5)]), now), null);
    assert.equal(backupWarning({ ...state([]), since: daysAgo(1).toISOString() }, now), null);
  });

  it('is that the last one failed, until one is made again', () => {
    const failed = backupWarning(state([daysAgo(1.5)], daysAgo(0.5)), now);
    assert.match(
      failed!,
      /failed: The disk is full\. The last good one is of 2026-12-09 00:00 UTC/,
    );
    assert.match(backupWarning(state([], daysAgo(0.5)), now)!, /There is no good one yet/);
    assert.equal(backupWarning(state([daysAgo(0.2)], daysAgo(0.5)), now), null);
  });

  it('is that there was none for days', () => {
    assert.match(backupWarning(state([daysAgo(3.1)]), now)!, /No backup was made for 3 days/);
    assert.match(backupWarning(state([]), now)!, /No backup was made for 10 days/);
  });
});
