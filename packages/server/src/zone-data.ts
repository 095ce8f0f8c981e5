import { moroccanClockDisagreement } from '@nafida/contract/moroccan-clock-check.js';
import type { Logger } from 'pino';

const yearMs = 365 * 86_400_000;

/**
 * Says in one line when this system knows of a change of Morocco's clocks that our rules do not know yet. `theirs` stands
 * in for what it knows.
 */
export function warnOfNewerZoneData(
  log: Logger,
  release = process.versions.tz,
  ...theirs: [theirOffsetAt?: (zone: string, instant: number) => number]
): void {
  const now = Date.now();
  const [from, to] = [new Date(now - yearMs), new Date(now + 3 * yearMs)];
  const found = moroccanClockDisagreement(release, from, to, ...theirs);
  if (!found) return;
  log.warn(
    found,
    `the clocks of Morocco: from ${found.day} on, the zone data of this system (${found.theirRelease}) say otherwise ` +
      `than this version of nafida-server (${found.ourRelease}); install a newer version`,
  );
}
