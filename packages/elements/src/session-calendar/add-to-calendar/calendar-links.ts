import type { Session } from '@nafida/contract';
import { addDays } from '../day/civil-day.js';

/** Links that put a session into a calendar elsewhere: nothing is requested from anyone until one is pressed. */
export interface CalendarLinks {
  readonly google: string;
  readonly outlook: string;
}

/** What a calendar is told, in the language of the reader. */
export interface CalendarEntry {
  readonly title: string;
  readonly details: string;
  readonly place: string;
}

/**
 * Links for a session. Where its hours are not known, or over several days, it takes whole days: an hour is never
 * invented. Google is given the hours as announced and their zone, Outlook the instants.
 */
export function calendarLinks(
  session: Session,
  { title, details, place }: CalendarEntry,
): CalendarLinks {
  const { startDate, endDate, startTime, endTime, timeZone } = session;
  const hasHours = startTime !== null && (endTime !== null || startDate === endDate);
  // Both want an end. Without one the entry ends as it begins.
  const end = endTime ?? startTime;
  const plain = (text: string) => text.slice(0, 19).replace(/[-:]/g, '');
  const google = new URL('https://calendar.google.com/calendar/render');
  fill(google, {
    action: 'TEMPLATE',
    text: title,
    dates: hasHours
      ? `${plain(startTime)}/${plain(end!)}`
      : `${plain(startDate)}/${plain(addDays(endDate, 1))}`,
    ...(hasHours && { ctz: timeZone }),
    details,
    location: place,
  });
  const outlook = new URL('https://outlook.live.com/calendar/0/deeplink/compose');
  fill(outlook, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: hasHours ? startTime : startDate,
    enddt: hasHours ? end! : addDays(endDate, 1),
    ...(!hasHours && { allday: 'true' }),
    body: details,
    location: place,
  });
  return { google: google.href, outlook: outlook.href };
}

// Longer addresses are refused by servers on the way.
const longest = 1_000;

function fill(url: URL, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value.slice(0, longest));
  }
}
