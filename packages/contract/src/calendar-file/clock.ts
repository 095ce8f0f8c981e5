import { instantIn, wallClockIn } from '../time/civil-time.js';

/** A moment as clocks show it: `YYYY-MM-DDTHH:MM`, or `YYYY-MM-DD` for a whole day. */
export type Clock = string;

/** A zone that is known by its IANA name, or by how many minutes its clocks are ahead of UTC. */
export type Zone =
  | { readonly name: string; readonly aheadAt?: undefined }
  | { readonly aheadAt: (clock: Clock) => number; readonly name?: undefined };

/** The zone of Greenwich. */
export const utc: Zone = fixed(0);

/** `clock` on the clocks of a named zone. */
export function clockIn(name: string, clock: Clock, zone: Zone): Clock {
  if (!clock.includes('T') || zone.name === name) return clock;
  return wallClockIn(name, instantOf(clock, zone)).slice(0, 16);
}

function instantOf(clock: Clock, zone: Zone): number {
  if (zone.aheadAt) return msOf(clock) - zone.aheadAt(clock) * 60_000;
  return instantIn(zone.name, clock.slice(0, 10), clock.slice(11)).getTime();
}

/** Milliseconds of a clock as if it were in UTC. */
export function msOf(clock: Clock): number {
  return Date.parse(clock.includes('T') ? `${clock}:00Z` : clock);
}

/** `clock` so many milliseconds later, in whole days if it is only a day. */
export function later(clock: Clock, ms: number): Clock {
  return new Date(msOf(clock) + ms).toISOString().slice(0, clock.length);
}

/** `+0100` or `-053000`, as in `TZOFFSETTO`, in minutes; undefined if it is not an offset. */
export function offsetMinutes(text: string): number | undefined {
  const match = /^\s*([+-]?)(\d{1,2}):?(\d{2})?/.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** A zone whose clocks are always as many minutes ahead of UTC. */
export function fixed(minutes: number): Zone {
  return { aheadAt: () => minutes };
}
