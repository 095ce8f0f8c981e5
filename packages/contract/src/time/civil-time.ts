import { moroccanOffsetAt, moroccanZoneNamed } from './moroccan-clock.js';
import { platformOffsetAt, platformZoneNamed } from './platform-clock.js';

export { moroccanZoneNamed };

// The one place that knows what clocks show: those of Morocco by our own rules, all others by the zone data of this
// system (decision 0022).

/** The zone of everything that happens in Morocco. */
export const homeZone = 'Africa/Casablanca';

/**
 * The name of an IANA zone as it is to be written, `Africa/Casablanca` for `africa/casablanca`; undefined if
 * neither we nor this system know the zone.
 */
export function zoneNamed(name: string): string | undefined {
  // Some systems take `+01:00` for a zone and some do not.
  return moroccanZoneNamed(name) ?? (/^[A-Z]/i.test(name) ? platformZoneNamed(name) : undefined);
}

/** Milliseconds that clocks in an IANA zone are ahead of UTC at `instant`. Throws a RangeError on an unknown zone. */
export function offsetAt(zone: string, instant: number): number {
  const known = moroccanZoneNamed(zone) ? moroccanOffsetAt(instant) : undefined;
  return known ?? platformOffsetAt(zone, instant);
}

/**
 * The local time in an IANA zone at `instant` (milliseconds): `2026-11-25T15:00:00`. Throws a RangeError if the zone is
 * unknown or the instant is invalid.
 */
export function wallClockIn(zone: string, instant: number | Date): string {
  const time = Number(instant);
  return new Date(time + offsetAt(zone, time)).toISOString().slice(0, 19);
}

/** The civil date (`YYYY-MM-DD`) that clocks in `zone` show at `instant`. */
export function civilDateIn(zone: string, instant: number | Date): string {
  return wallClockIn(zone, instant).slice(0, 10);
}

/** The civil time (`HH:MM`) that clocks in `zone` show at `instant`. */
export function civilTimeIn(zone: string, instant: number | Date): string {
  return wallClockIn(zone, instant).slice(11, 16);
}

/**
 * The instant at which clocks in `zone` show this date (`YYYY-MM-DD`) and time (`HH:MM`), the earlier one when
 * there are two. A time that a change of the clocks skips moves forward with them.
 */
export function instantIn(zone: string, date: string, time = '00:00'): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // The two possible offsets; no zone changes its clocks twice within two days.
  const before = offsetAt(zone, wall - 86_400_000);
  const after = offsetAt(zone, wall + 86_400_000);
  const fits = [wall - before, wall - after].filter(
    (instant) => instant + offsetAt(zone, instant) === wall,
  );
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}

/** `instant` as RFC 3339 with the offset that holds in `zone`, `2026-07-25T15:00:00+01:00`: it says the hour itself. */
export function withOffset(zone: string, instant: number | Date): string {
  const minutes = Math.round(offsetAt(zone, Number(instant)) / 60_000);
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${wallClockIn(zone, instant)}${offset}`;
}
