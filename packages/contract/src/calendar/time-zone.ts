import { offsetAt } from '../time/civil-time.js';
import type { Component, Property } from './content-lines.js';

const dayMs = 86_400_000;

interface Change {
  readonly instant: number;
  /** Minutes before and after, east of Greenwich. */
  readonly from: number;
  readonly to: number;
}

/**
 * The rules of `zone` in the years from `first` to `last`: each change of its clocks by its date. A rule that repeats
 * could not say when Ramadan was.
 */
export function timeZoneComponent(zone: string, first: number, last: number): Component {
  const start = Date.UTC(first, 0, 1);
  const before = minutesAt(zone, start);
  const changes = [{ instant: start - before * 60_000, from: before, to: before }];
  for (let year = first; year <= last; year++) changes.push(...changesIn(zone, year));
  const known = [...new Set(changes.map(({ to }) => to))];
  return {
    name: 'VTIMEZONE',
    content: [
      { name: 'TZID', value: zone },
      ...changes.map((change) => observance(change, change.to > Math.min(...known))),
    ],
  };
}

// From 2018 to 2026 Morocco's law called UTC+1 its standard time and Ramadan the exception; readers of calendars know
// only the other way about, and some fail on summer time that is earlier than standard time.
function observance({ instant, from, to }: Change, isAhead: boolean): Component {
  const content: Property[] = [
    // The clock as it was until that moment.
    { name: 'DTSTART', value: clockValue(new Date(instant + from * 60_000).toISOString()) },
    { name: 'TZOFFSETFROM', value: offsetValue(from) },
    { name: 'TZOFFSETTO', value: offsetValue(to) },
    { name: 'TZNAME', value: offsetName(to) },
  ];
  return { name: isAhead ? 'DAYLIGHT' : 'STANDARD', content };
}

/** `20261125T150000`, of anything that begins like `2026-11-25T15:00:00`. */
export function clockValue(text: string): string {
  return text.slice(0, 19).replace(/[-:]/g, '');
}

function offsetValue(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

function offsetName(minutes: number): string {
  return offsetValue(minutes).replace(/00$/, '');
}

const changesKnown = new Map<string, readonly Change[]>();

/** The changes of one year, found once: a day with another offset than the day before is searched for the minute. */
function changesIn(zone: string, year: number): readonly Change[] {
  const key = `${zone} ${year}`;
  let changes = changesKnown.get(key);
  if (!changes) changesKnown.set(key, (changes = findChanges(zone, year)));
  return changes;
}

function findChanges(zone: string, year: number): Change[] {
  const changes: Change[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  for (let day = Date.UTC(year, 0, 1); day < end; day += dayMs) {
    const [from, to] = [minutesAt(zone, day), minutesAt(zone, day + dayMs)];
    if (from === to) continue;
    let [low, high] = [day, day + dayMs];
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (minutesAt(zone, middle) === from) low = middle;
      else high = middle;
    }
    changes.push({ instant: high, from, to });
  }
  return changes;
}

/** Minutes east of Greenwich that `zone` is at `instant`. */
function minutesAt(zone: string, instant: number): number {
  return Math.round(offsetAt(zone, instant) / 60_000);
}
