import type { Clock, Zone } from './clock.js';
import { fixed, offsetMinutes, utc } from './clock.js';
import type { FileProperty } from './structure.js';

/** A day or a time as written in a file, with its zone; `zone` is the name in the file. */
export interface WrittenMoment {
  readonly clock: Clock;
  readonly zone: Zone | { readonly named: string } | undefined;
}

/** `20270415T150000Z`, with the hyphens and colons that do not belong there. Before it the rest of an unquoted zone. */
const written =
  /^(?:(.*):)?\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s*(\d{2}):?(\d{2})(?::?\d{2}(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/i;

/** One moment of a property's value; undefined if it is not one, such as 30 February. */
export function momentOf(
  value: string,
  { parameters }: Pick<FileProperty, 'parameters'>,
): WrittenMoment | undefined {
  const match = written.exec(value);
  if (!match) return undefined;
  const [, rest, year, month, day, hour, minute, offset] = match;
  const date = `${year}-${month}-${day}`;
  const isDay = hour === undefined || /^DATE$/i.test(parameters.get('VALUE') ?? '');
  if (Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date) {
    return undefined;
  }
  if (isDay) return { clock: date, zone: undefined };
  const midnight = Date.parse(date) + Number(hour) * 3_600_000 + Number(minute) * 60_000;
  if (Number(hour) > 24 || Number(minute) > 59) return undefined;
  return {
    clock: new Date(midnight).toISOString().slice(0, 16),
    zone: zoneWritten(offset, [parameters.get('TZID'), rest].filter(Boolean).join(':')),
  };
}

function zoneWritten(offset: string | undefined, named: string): WrittenMoment['zone'] {
  if (/^z$/i.test(offset ?? '')) return utc;
  if (offset) return fixed(offsetMinutes(offset) ?? 0);
  return named ? { named } : undefined;
}

/** `PT1H30M` in milliseconds; undefined if it is not a duration. */
export function durationOf(value: string): number | undefined {
  const match =
    /^\s*([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\s*$/i.exec(value);
  if (!match) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((number: string | undefined) => Number(number ?? 0));
  const length = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  return match[1] === '-' ? -length : length;
}
