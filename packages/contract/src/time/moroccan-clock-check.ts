import { moroccanClockRelease, moroccanOffsetAt } from './moroccan-clock.js';
import { platformOffsetAt } from './platform-clock.js';

/** A difference between our rules and those of a system with newer zone data. */
export interface ClockDisagreement {
  readonly zone: string;
  /** The first day (`YYYY-MM-DD`) at noon of which they differ. */
  readonly day: string;
  /** Minutes ahead of UTC on that day, by our rules and by that system. */
  readonly ours: number;
  readonly theirs: number;
  /** The release of IANA's data that our rules are of, and that of the system. */
  readonly ourRelease: string;
  readonly theirRelease: string;
}

const dayMs = 86_400_000;

/**
 * Compares our rules for Morocco with a system whose zone data are of `release` (`process.versions.tz`), day by day in
 * the given time. Undefined if they agree, or if the system's data are older than ours.
 */
export function moroccanClockDisagreement(
  release: string | undefined,
  from: Date,
  to: Date,
  theirOffsetAt: (zone: string, instant: number) => number = platformOffsetAt,
): ClockDisagreement | undefined {
  // `2026c`: year and letter, in the order of texts.
  if (release === undefined || release < moroccanClockRelease) return undefined;
  const noon = Math.floor(from.getTime() / dayMs) * dayMs + dayMs / 2;
  for (let instant = noon; instant <= to.getTime(); instant += dayMs) {
    for (const zone of ['Africa/Casablanca', 'Africa/El_Aaiun']) {
      const ours = moroccanOffsetAt(instant) ?? 0;
      const theirs = theirOffsetAt(zone, instant);
      if (ours === theirs) continue;
      const day = new Date(instant).toISOString().slice(0, 10);
      return {
        ...{ zone, day, ours: ours / 60_000, theirs: theirs / 60_000 },
        ...{ ourRelease: moroccanClockRelease, theirRelease: release },
      };
    }
  }
  return undefined;
}
