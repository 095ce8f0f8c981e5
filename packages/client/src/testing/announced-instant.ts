import { instantIn, withOffset } from '@nafida/contract/civil-time.js';

/** The instant of an announced hour (`HH:MM` on the clocks of `zone`) with the zone's offset, as servers write it. */
export function announcedInstant(zone: string, date: string, clock: string | null): string | null {
  if (clock === null) return null;
  return withOffset(zone, instantIn(zone, date, clock));
}
