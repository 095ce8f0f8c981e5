import { sessionAudiences, sessionKinds, validate, type Locale } from '@nafida/contract';
import { civilDateIn, civilTimeIn, homeZone, zoneNamed } from '@nafida/contract/civil-time.js';
import { sessionInputSchema, type SessionInput } from '@nafida/contract/staff.js';
import { convertIcsCalendar, type IcsCalendar, type IcsDateObject, type IcsEvent } from 'ts-ics';
import { CommandError, issueLines } from './command-error.js';

const dayMs = 86_400_000;

/** Sessions of an iCalendar file (RFC 5545). Throws a sentence that names every event at fault. */
export function sessionsOfCalendar(text: string, language: Locale): SessionInput[] {
  const named = /^X-WR-TIMEZONE:(\S+)/m.exec(text)?.[1];
  const zone = (named && zoneNamed(named)) || homeZone;
  let calendar: IcsCalendar;
  try {
    calendar = convertIcsCalendar(undefined, withZones(withKeptParents(text), zone), kept);
  } catch (error) {
    throw new CommandError(`The calendar cannot be read: ${(error as Error).message}`);
  }
  const faults: string[] = [];
  const sessions = (calendar.events ?? []).flatMap((event) => {
    try {
      const session = sessionOf(event, language, zone);
      const checked = validate(sessionInputSchema, session);
      if (checked.ok) return [session];
      faults.push(...issueLines(checked.issues).map((fault) => `"${event.summary}": ${fault}`));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      faults.push(error.message);
    }
    return [];
  });
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  return sessions;
}

/** The library drops what it does not know, but for names of one's own. */
const kept = {
  nonStandard: { parent: { name: 'X-PARENT', convert: ({ value }: { value: string }) => value } },
} as const;

function withKeptParents(text: string): string {
  return text.replace(/^RELATED-TO(?:;RELTYPE=PARENT)?:/gim, 'X-PARENT:');
}

/** The library takes a time without zone for UTC; it means the clocks of the place. */
function withZones(text: string, zone: string): string {
  return text.replace(/^(DTSTART|DTEND):(\d{8}T\d{6})\s*$/gm, `$1;TZID=${zone}:$2`);
}

function sessionOf(event: IcsEvent, language: Locale, zoneOfCalendar: string): SessionInput {
  // The library's types promise them, whatever the file says.
  if (!(event.start as unknown) || !event.uid || !event.summary) {
    throw new CommandError(`"${event.summary || event.uid}": UID, DTSTART and SUMMARY are needed.`);
  }
  if (event.recurrenceRule || event.recurrenceId) {
    throw new CommandError(
      `"${event.summary}" repeats itself. Give each date its own event and import again.`,
    );
  }
  const named = event.start.local?.timezone;
  const zone = (named && zoneNamed(named)) || zoneOfCalendar;
  const start = civil(event.start, zone);
  const end = endOf(event, zone) ?? start;
  const point = pointOf(event.geo);
  const place = event.location ? { [language]: event.location } : null;
  const categories = event.categories ?? [];
  const kind = sessionKinds.find((each) => categories.includes(each));
  const { parent } = (event.nonStandard ?? {}) as { parent?: string };
  return {
    id: event.uid,
    parent: parent ?? null,
    ...(kind && { kind }),
    audiences: sessionAudiences.filter((audience) => categories.includes(audience)),
    url: event.url && /^https?:/.test(event.url) ? event.url : null,
    title: { [language]: event.summary },
    description: event.description ? { [language]: event.description } : null,
    status: event.status === 'CANCELLED' ? 'cancelled' : 'scheduled',
    startDate: start.date,
    startTime: start.time,
    endDate: end.date,
    endTime: end.time,
    timeZone: zone,
    venue: place || point ? { name: place, address: null, point } : null,
    organisers: event.organizer?.name ? [{ [language]: event.organizer.name }] : [],
  };
}

interface Civil {
  readonly date: string;
  /** Null when the whole day is meant. */
  readonly time: string | null;
}

function civil({ date, type, local }: IcsDateObject, zone: string): Civil {
  if (type === 'DATE') return { date: date.toISOString().slice(0, 10), time: null };
  // `local` is what the clock shows. The zone's own rules say when that is, not those copied into the file,
  // which seldom know of Ramadan.
  if (local) {
    const [day = '', time = ''] = local.date.toISOString().split('T');
    return { date: day, time: time.slice(0, 5) };
  }
  return { date: civilDateIn(zone, date), time: civilTimeIn(zone, date) };
}

function endOf(event: IcsEvent, zone: string): Civil | null {
  const { start, end, duration } = event;
  // The end of whole days is the day after the last one.
  const surplus = start.type === 'DATE' ? dayMs : 0;
  if (end) return surplus ? civil(later(end, -surplus), zone) : civil(end, zone);
  if (!duration) return null;
  const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
  const length = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  return civil(later(start, length - surplus), zone);
}

function later({ type, date, local }: IcsDateObject, ms: number): IcsDateObject {
  const shift = (instant: Date) => new Date(instant.getTime() + ms);
  return {
    type,
    date: shift(date),
    ...(local && { local: { ...local, date: shift(local.date) } }),
  };
}

function pointOf(geo: string | undefined) {
  const [latitude, longitude] = (geo ?? '').split(';').map(Number);
  if (!geo || latitude === undefined || longitude === undefined) return null;
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
}
