import type { Session } from '../session/session.js';
import type { Site } from '../site.js';
import type { Locale } from '../text/locale.js';
import { textIn } from '../text/text-in.js';
import { serialise, textValue, type Component, type Property } from './content-lines.js';
import { eventComponent, hasHours } from './event.js';
import { timeZoneComponent } from './time-zone.js';

export { uidOf } from './event.js';

/** How often a calendar that subscribes should ask again. */
const refresh = 'PT4H';

/** The properties of a calendar itself. */
export interface CalendarHead {
  readonly site: Pick<Site, 'id' | 'name'>;
  readonly language: Locale;
  /** Whether it is a feed, to be asked for again, rather than one entry to keep. */
  readonly feed: boolean;
}

/** The sessions as the text of an iCalendar file (RFC 5545, RFC 7986), `text/calendar` in UTF-8. */
export function calendarOf(
  sessions: readonly Session[],
  { site, language, feed }: CalendarHead,
): string {
  const name = textValue(textIn(site.name, language).text);
  const aboutFeed: Property[] = [
    { name: 'NAME', value: name },
    { name: 'X-WR-CALNAME', value: name },
    { name: 'REFRESH-INTERVAL', parameters: { VALUE: 'DURATION' }, value: refresh },
    { name: 'X-PUBLISHED-TTL', value: refresh },
  ];
  return serialise({
    name: 'VCALENDAR',
    content: [
      { name: 'VERSION', value: '2.0' },
      { name: 'PRODID', value: `-//Nafida//Sessions//${language.toUpperCase()}` },
      { name: 'CALSCALE', value: 'GREGORIAN' },
      ...(feed ? aboutFeed : []),
      ...timeZoneComponents(sessions),
      ...sessions.map((session) => eventComponent(session, site.id, language)),
    ],
  });
}

function timeZoneComponents(sessions: readonly Session[]): Component[] {
  const years = new Map<string, { first: number; last: number }>();
  for (const session of sessions.filter(hasHours)) {
    const [first, last] = [yearOf(session.startDate), yearOf(session.endDate)];
    const known = years.get(session.timeZone) ?? { first, last };
    years.set(session.timeZone, {
      first: Math.min(first, known.first),
      last: Math.max(last, known.last),
    });
  }
  return [...years].map(([zone, { first, last }]) => timeZoneComponent(zone, first, last));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

const dayMs = 86_400_000;
const daysBack = 31;

/** Most entries of one feed: more would be a burden to the phones that ask for it again and again. */
export const feedLimit = 2_000;

/** First day of a feed that names none: people look back at what was last week, and a phone keeps no archive. */
export function feedStart(to: string | undefined, now: Date): string | undefined {
  const day = new Date(now.getTime() - daysBack * dayMs).toISOString().slice(0, 10);
  return to !== undefined && to < day ? undefined : day;
}
