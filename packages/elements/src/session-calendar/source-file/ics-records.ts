import { convertIcsCalendar, type IcsDateObject, type IcsEvent } from 'ts-ics';
import { civilMomentOf } from '../../foundation/date-format.js';
import { addDays } from '../civil-day.js';
import { homeZone, knownZone } from '../known-zone.js';

/** Says to the developers of the page what of the file cannot be shown as it is. */
export type Remark = (text: string) => void;

/** Events of an iCalendar file (RFC 5545) as records of sessions. Throws what the library throws where it is none. */
export function icsRecords(text: string, remark: Remark): unknown[] {
  const zone = knownZone(/^X-WR-TIMEZONE:(\S+)/m.exec(text)?.[1] ?? homeZone);
  return (convertIcsCalendar(undefined, withZones(text, zone)).events ?? []).map((event) =>
    recordOf(event, zone, remark),
  );
}

// The library takes a time without zone for UTC; it means the clocks of the place.
function withZones(text: string, zone: string): string {
  return text.replace(/^(DTSTART|DTEND):(\d{8}T\d{6})\s*$/gm, `$1;TZID=${zone}:$2`);
}

function recordOf(event: IcsEvent, zoneOfCalendar: string, remark: Remark): object {
  const { summary, description, location, organizer, url, status, geo } = event;
  // The library's types promise it, whatever the file says.
  const start = event.start as IcsDateObject | undefined;
  const zone = knownZone(start?.local?.timezone ?? zoneOfCalendar);
  const begins = start && civil(start, zone);
  const ends = event.end ? civil(event.end, zone) : afterDuration(event, zone);
  if (event.recurrenceRule) remark(`"${summary}" repeats itself: only its first date is shown.`);
  // The end of whole days is the day after the last one.
  const isWholeDays = start?.type === 'DATE';
  const [latitude, longitude] = (geo ?? '').split(';').map(Number);
  const point =
    Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
  return {
    id: event.uid,
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
