import { civilDateIn, homeZone, instantIn } from '@nafida/contract/civil-time.js';
import { createHash } from 'node:crypto';

/** Between one and five at night, by the clocks of Morocco, few are awake. */
const window = { fromMinute: 60, minutes: 240 };

const dayMs = 86_400_000;

/**
 * The last moment up to `now` at which a backup was due. Every machine has a minute of its own in the night, by what `key` makes
 * of it, so that those of one centre do not all work at once.
 */
export function lastDue(now: Date, key: string): Date {
  const hash = createHash('sha256').update(key).digest().readUInt32BE();
  const minute = window.fromMinute + (hash % window.minutes);
  const time = [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const onDayOf = (instant: number) => instantIn(homeZone, civilDateIn(homeZone, instant), time);
  const today = onDayOf(now.getTime());
  return today <= now ? today : onDayOf(now.getTime() - dayMs);
}
