import { wallClockIn } from '@nafida/contract/calendar.js';

/** Whether this system knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  try {
    wallClockIn(zone, 0);
    return true;
  } catch {
    return false;
  }
}

/** The civil date (`YYYY-MM-DD`) that clocks in `zone` show at `instant`. */
export function civilDateIn(zone: string, instant: Date): string {
  return wallClockIn(zone, instant).slice(0, 10);
}

/** The civil time (`HH:MM`) that clocks in `zone` show at `instant`. */
export function civilTimeIn(zone: string, instant: Date): string {
  return wallClockIn(zone, instant).slice(11, 16);
}

/**
 * The instant at which clocks in `zone` show this date (`YYYY-MM-DD`) and time (`HH:MM`), the earlier one when
 * there are two. A time that a change of the clocks skips moves forward with them.
 */
export function instantIn(zone: string, date: string, time = '00:00'): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: number) => wallIn(zone, instant) - instant;
  // The two offsets that can hold here; no zone changes its clocks twice within two days.
  const before = offsetAt(wall - 86_400_000);
  const after = offsetAt(wall + 86_400_000);
  const fits = [wall - before, wall - after].filter(
    (instant) => instant + offsetAt(instant) === wall,
  );
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}

/** `instant` as RFC 3339 with the offset that holds in `zone`, `2026-11-25T15:00:00+01:00`: it says the hour itself. */
export function withOffset(zone: string, instant: Date): string {
  const wall = wallIn(zone, instant.getTime());
  const minutes = Math.round((wall - instant.getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${new Date(wall).toISOString().slice(0, 19)}${offset}`;
}

/** What the clocks of `zone` show at `instant`, as if they were in UTC; whole seconds, in milliseconds. */
function wallIn(zone: string, instant: number): number {
  // No clock has changed but at a quarter of an hour since 1972; before, offsets had seconds.
  const quarter = Math.floor(instant / quarterMs);
  let offsets = knownOffsets.get(zone);
  if (!offsets || offsets.size > mostKnown) {
    offsets = new Map<number, number>();
    knownOffsets.set(zone, offsets);
  }
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    const start = quarter * quarterMs;
    offset = Date.parse(`${wallClockIn(zone, start)}Z`) - start;
    offsets.set(quarter, offset);
  }
  return Math.floor(instant / 1_000) * 1_000 + offset;
}

const quarterMs = 900_000;

/** Offsets by the quarter of an hour: asking the platform for each takes longer than all else about a session. */
const knownOffsets = new Map<string, Map<number, number>>();
const mostKnown = 50_000;
