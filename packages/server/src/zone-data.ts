import { moroccanClockDisagreement } from '@nafida/contract/moroccan-clock-check.js';
import type { Logger } from 'pino';

const yearMs = 365 * 86_400_000;

/** Says in one line when this system knows of a change of Morocco's clocks that our rules do not know yet. */
export function tellOfNewerZoneData(log: Logger, release = process.versions.tz, now = Date.now()) {
  const found = moroccanClockDisagreement(
    release,
    new Date(now - yearMs),
    new Date(now + 3 * yearMs),
  );
  if (!found) return;
  log.warn(
    found,
    `the clocks of Morocco: from ${found.day} on, the zone data of this system (${found.theirRelease}) say otherwise ` +
      `than this version of nafida-server (${found.ourRelease}); install a newer version`,
  );
}
