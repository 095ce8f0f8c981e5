import type { Session } from '../session/session.js';
import { withIsolatedParts } from '../text/isolated-parts.js';
import { isolated } from '../text/isolates.js';
import type { Locale, LocalizedText, WrittenText } from '../text/locale.js';
import { textIn } from '../text/text-in.js';
import { textValue, uriValue, type Component, type Property } from './content-lines.js';
import { clockValue } from './time-zone.js';
import { calendarMessages } from './messages.js';

/** The permanent id of a session in any calendar. */
export function uidOf(site: string, session: string): string {
  return `${session}@${site}.nafida`;
}

/** Whether the entry begins and ends at hours, rather than taking whole days. */
export function hasHours({ startDate, endDate, startTime, endTime }: Session): boolean {
  // One day without a known end begins at its hour and says no more. Over several days a calendar would have to
  // invent when the last one ends.
  return startTime !== null && (endTime !== null || startDate === endDate);
}

/** One session as a calendar entry for readers of `language`. */
export function eventComponent(session: Session, site: string, language: Locale): Component {
  const { id, parent, sequence, status, updatedAt, venue } = session;
  const messages = calendarMessages[language];
  const say = (text: LocalizedText) => textIn(text, language).text;
  const insert = inserting(language);
  const before = status === 'cancelled' || status === 'postponed' ? messages[status] : '';
  const changedAt = utcValue(updatedAt);
  const place = [venue?.name, session.room, venue?.address].flatMap((text) =>
    text ? [insert(text)] : [],
  );
  const location = place.join(messages.comma) || session.onlineUrl;
  const description = descriptionOf(session, language);
  const categories = [
    ...(session.kind === 'unknown' ? [] : [messages.kinds[session.kind]]),
    ...(session.series ? [say(session.series.name)] : []),
  ];
  const organisers = session.organisers.map(say).join(messages.comma);

  const content: (Property | false)[] = [
    { name: 'UID', value: textValue(uidOf(site, id)) },
    { name: 'SEQUENCE', value: String(sequence) },
    { name: 'DTSTAMP', value: changedAt },
    { name: 'LAST-MODIFIED', value: changedAt },
    ...timeProperties(session),
    {
      name: 'SUMMARY',
      value: textValue(
        before ? before + insert(session.title) : isolatedText(textIn(session.title, language)),
      ),
    },
    description !== '' && { name: 'DESCRIPTION', value: textValue(description) },
    !!location && { name: 'LOCATION', value: textValue(location) },
    !!venue?.point && { name: 'GEO', value: `${venue.point.latitude};${venue.point.longitude}` },
    { name: 'STATUS', value: statusOf(session) },
    // The day of what is put off or called off is free again.
    { name: 'TRANSP', value: before === '' ? 'OPAQUE' : 'TRANSPARENT' },
    organisers !== '' && {
      name: 'ORGANIZER',
      parameters: { CN: organisers },
      // An address that answers is not known, and none is made up.
      value: uriValue(session.url ?? `urn:nafida:site:${site}`),
    },
    categories.length > 0 && {
      name: 'CATEGORIES',
      value: categories.map(textValue).join(','),
    },
    session.url !== null && { name: 'URL', value: uriValue(session.url) },
    parent !== null && { name: 'RELATED-TO', value: textValue(uidOf(site, parent)) },
  ];
  return { name: 'VEVENT', content: content.filter((property) => property !== false) };
}

/**
 * A meeting that is put off keeps its day until there is a new one, and can be relied on no longer: `TENTATIVE` is
 * the one status that calendars have for it. Taken out (`CANCELLED`), it would not be looked for again.
 */
function statusOf({ status }: Session): string {
  if (status === 'cancelled') return 'CANCELLED';
  return status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED';
}

/**
 * The clock as it was announced, under the name of its zone, never an instant worked out by us: a phone in Morocco
 * shows that hour whatever its zone data know of the latest decree. Without hours, whole days.
 */
function timeProperties(session: Session): Property[] {
  const { startDate, endDate, startTime, endTime, timeZone } = session;
  if (!hasHours(session) || startTime === null) {
    const dayAfter = new Date(Date.parse(endDate) + 86_400_000).toISOString();
    const parameters = { VALUE: 'DATE' };
    return [
      { name: 'DTSTART', parameters, value: startDate.replaceAll('-', '') },
      { name: 'DTEND', parameters, value: dayAfter.slice(0, 10).replaceAll('-', '') },
    ];
  }
  const parameters = { TZID: timeZone };
  const start: Property = { name: 'DTSTART', parameters, value: clockValue(startTime) };
  return endTime === null
    ? [start]
    : [start, { name: 'DTEND', parameters, value: clockValue(endTime) }];
}

/** `20261125T140000Z` */
function utcValue(instant: string): string {
  return `${clockValue(new Date(instant).toISOString())}Z`;
}

function descriptionOf(session: Session, language: Locale): string {
  const { status, statusNote, description, startTime, agenda, onlineUrl } = session;
  const messages = calendarMessages[language];
  const say = (text: LocalizedText) => isolatedText(textIn(text, language));
  const insert = inserting(language);
  const points = agenda.map(({ title, startTime: startsAt, room }) =>
    [startsAt && clockOf(startsAt), insert(title) + (room ? ` (${insert(room)})` : '')]
      .filter(Boolean)
      .join(' – '),
  );
  return [
    // Why it was called off, or moved to another day.
    status !== 'held' && statusNote && say(statusNote),
    description && say(description),
    startTime !== null && !hasHours(session) && messages.startsAt(clockOf(startTime)),
    points.join('\n'),
    onlineUrl !== null && messages.online(onlineUrl),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** How a text is put into a line of the language: isolated as a whole if its direction differs. */
function inserting(language: Locale): (text: LocalizedText) => string {
  return (text) => {
    const said = textIn(text, language);
    const isOther = (said.language === 'ar') !== (language === 'ar');
    return isOther ? isolated(isolatedText(said)) : isolatedText(said);
  };
}

function isolatedText({ text, language }: WrittenText): string {
  return withIsolatedParts(text, language);
}

/** The hour in an instant of the protocol, as it was announced. */
function clockOf(instant: string): string {
  return instant.slice(11, 16);
}
