import { moroccanClockDisagreement } from '@nafida/contract/moroccan-clock-check.js';
import type { Logger } from 'pino';

const yearMs = 365 * 86_400_000;

/**
 * Writes one line to the log if this system knows a change of Morocco's clocks that our rules do not have yet. `theirs`
 * replaces the system's rules in tests.
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
