import {
  convertIcsCalendar,
  generateIcsRecurrenceRule,
  type IcsDateObject,
  type IcsEvent,
  type IcsRecurrenceRule,
} from 'ts-ics';
import { homeZone } from '@nafida/contract/civil-time.js';
import { civilMomentOf } from '../../foundation/date-format.js';
import type { Day } from '../civil-day.js';
import { addDays } from '../civil-day.js';
import { knownZone } from '../known-zone.js';

/** Says to the developers of the page what of the file cannot be shown as it is. */
export type Remark = (text: string) => void;

/**
 * Events of an iCalendar file (RFC 5545) as records of sessions, those that repeat themselves once for each date around
 * `today`. Throws what the library throws where it is none.
 */
export async function icsRecords(text: string, today: Day, remark: Remark): Promise<unknown[]> {
  const zone = knownZone(/^X-WR-TIMEZONE:(\S+)/m.exec(text)?.[1] ?? homeZone);
  const events = convertIcsCalendar(undefined, withZones(text, zone)).events ?? [];
  const exceptions = new Set(events.flatMap((event) => exceptionsOf(event, zone)));
  const records = events.map((event) => recordOf(event, zone));
  if (!events.some(({ recurrenceRule }) => recurrenceRule)) return records;
  const { moved, recurrences } = await import('./recurrences.js');
  return records.flatMap((record, index) => {
    const event = events[index]!;
    const rule = event.recurrenceRule;
    if (!rule || !record.startDate) return [record];
    const start = clockOf(record.startDate, record.startTime);
    let dates: string[];
    try {
      dates = recurrences(start, ruleText(rule, zoneOf(event, zone)), today);
    } catch {
      remark(
        `"${event.summary}" repeats itself in a way that is not understood: only its first date is shown.`,
      );
      return [record];
    }
    return dates
      .filter((date) => !exceptions.has(occurrence(event, date)))
      .map((date) => {
        const end = record.endDate && moved(clockOf(record.endDate, record.endTime), start, date);
        return {
          ...record,
          id: date === start ? record.id : `${record.id}~${date}`,
          startDate: date.slice(0, 10),
          endDate: end?.slice(0, 10),
        };
      });
  });
}

// The library takes a time without zone for UTC; it means the clocks of the place.
function withZones(text: string, zone: string): string {
  return text.replace(
    /^(DTSTART|DTEND|EXDATE|RECURRENCE-ID):(\d{8}T\d{6}(?:,\d{8}T\d{6})*)\s*$/gm,
    `$1;TZID=${zone}:$2`,
  );
}

/** Dates on which an event does not take place as its rule says: left out, or told of by an event of their own. */
function exceptionsOf(event: IcsEvent, zoneOfCalendar: string): string[] {
  const zone = zoneOf(event, zoneOfCalendar);
  const dates = [...(event.exceptionDates ?? []), event.recurrenceId?.value];
  return dates.flatMap((date) => {
    if (!date) return [];
    const { day, hour } = civil(date, zone);
    return [occurrence(event, clockOf(day, hour))];
  });
}

function occurrence({ uid }: IcsEvent, clock: string): string {
  return `${uid} ${clock}`;
}

function clockOf(day: string, hour: string | null): string {
  return hour === null ? day : `${day}T${hour}`;
}

// The last moment is written in UTC, and the rule is followed on the clocks of the place. A device whose zone data are older or
// newer than the file's is an hour wrong about them, and would lose the last date: an hour more brings none back too many.
function ruleText(rule: IcsRecurrenceRule, zone: string): string {
  const text = generateIcsRecurrenceRule(rule)
    .replace(/^RRULE:/, '')
    .trim();
  if (!rule.until) return text;
  const { date, type } = rule.until;
  const { day, hour } = civil({ date: new Date(date.getTime() + 3_600_000), type }, zone);
  const until = `${day}T${hour ?? '23:59'}`.replace(/[-:]/g, '');
  return text.replace(/UNTIL=[^;]*/, `UNTIL=${until}59Z`);
}

function zoneOf({ start }: IcsEvent, zoneOfCalendar: string): string {
  // The library's types promise it, whatever the file says.
  return knownZone((start as IcsDateObject | undefined)?.local?.timezone ?? zoneOfCalendar);
}

interface SessionRecord {
  readonly id: string;
  readonly startDate: string | undefined;
  readonly endDate: string | undefined;
  readonly startTime: string | null;
  readonly endTime: string | null;
}

function recordOf(event: IcsEvent, zoneOfCalendar: string): SessionRecord {
  const { summary, description, location, organizer, url, status, geo, recurrenceId } = event;
  const start = event.start as IcsDateObject | undefined;
  const zone = zoneOf(event, zoneOfCalendar);
  const begins = start && civil(start, zone);
  const ends = event.end ? civil(event.end, zone) : afterDuration(event, zone);
  // The end of whole days is the day after the last one.
  const isWholeDays = start?.type === 'DATE';
  const [latitude, longitude] = (geo ?? '').split(';').map(Number);
  const point =
    Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
  const instead = recurrenceId && civil(recurrenceId.value, zone);
  const record = {
    id: instead ? `${event.uid}~${clockOf(instead.day, instead.hour)}` : event.uid,
    title: summary && written(summary),
    description: description ? written(description) : null,
    status: status === 'CANCELLED' ? 'cancelled' : 'scheduled',
    startDate: begins?.day,
    endDate: ends && isWholeDays ? addDays(ends.day, -1) : (ends?.day ?? begins?.day),
    startTime: begins?.hour ?? null,
    endTime: ends?.hour ?? null,
    timeZone: zone,
    venue:
      location || point
        ? { name: location ? written(location) : null, address: null, point }
        : null,
    organisers: organizer?.name ? [written(organizer.name)] : [],
    url: url ?? null,
  };
  return record;
}

// A calendar does not say its language: its letters do.
function written(text: string): Record<string, string> {
  if (/\p{Script=Arabic}/u.test(text)) return { ar: text };
  return /\p{Script=Tifinagh}/u.test(text) ? { zgh: text } : { fr: text };
}

interface Civil {
  readonly day: string;
  /** `HH:MM`; null when the whole day is meant. */
  readonly hour: string | null;
}

function civil({ date, type, local }: IcsDateObject, zone: string): Civil {
  if (type === 'DATE') return { day: date.toISOString().slice(0, 10), hour: null };
  // What the clock shows, whatever rules of its zone were copied into the file: those seldom know of Ramadan.
  if (local) return split(local.date.toISOString());
  const { year, month, day, hour, minute } = civilMomentOf(date, zone);
  return split(new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString());
}

function afterDuration({ start, duration }: IcsEvent, zone: string): Civil | undefined {
  if (!duration) return undefined;
  const { weeks = 0, days = 0, hours = 0, minutes = 0 } = duration;
  const length = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000;
  const shifted = (date: Date) => new Date(date.getTime() + length);
  return civil(
    {
      type: start.type,
      date: shifted(start.date),
      ...(start.local && { local: { ...start.local, date: shifted(start.local.date) } }),
    },
    zone,
  );
}

function split(iso: string): Civil {
  return { day: iso.slice(0, 10), hour: iso.slice(11, 16) };
}
