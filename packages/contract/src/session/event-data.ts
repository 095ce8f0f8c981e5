import type { Locale } from '../text/locale.js';
import { textIn } from '../text/text-in.js';
import type { Session } from './session.js';

const statuses: Partial<Record<Session['status'], string>> = {
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
};

const attendance: Partial<Record<Session['typeOfMeeting'], string>> = {
  in_person: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
};

/**
 * Sessions as search engines read them: schema.org `Event`s, JSON-LD. Called-off ones stay with the dates they were
 * announced for, as schema.org asks. `pageUrl` is the address of the page that shows them.
 */
export function eventData(sessions: readonly Session[], locale: Locale, pageUrl: string): object {
  return {
    '@context': 'https://schema.org',
    '@graph': sessions
      .filter(({ demonstration }) => !demonstration)
      .map((session) => eventOf(session, locale, pageUrl)),
  };
}

function eventOf(session: Session, locale: Locale, pageUrl: string): object {
  const { startDate, startTime, endDate, endTime, venue, onlineUrl, registration } = session;
  const { text: name, language } = textIn(session.title, locale);
  const say = (text: Session['title']) => textIn(text, locale).text;
  const url = webAddress(session.url) ?? pageUrl;
  const status = statuses[session.status] ?? 'EventScheduled';
  const mode = attendance[session.typeOfMeeting];
  const places = [
    venue?.name || venue?.address || venue?.point ? placeOf(venue, say) : undefined,
    webAddress(onlineUrl) && { '@type': 'VirtualLocation', url: onlineUrl },
  ].filter(Boolean);
  const isFull = registration?.remaining === 0;
  return {
    '@type': 'Event',
    '@id': `${pageUrl.split('#')[0]}#${encodeURIComponent(session.id)}`,
    name,
    inLanguage: session.languages.length > 0 ? session.languages : language,
    ...(session.description && { description: say(session.description) }),
    startDate: startTime ?? startDate,
    endDate: endTime ?? endDate,
    eventStatus: `https://schema.org/${status}`,
    ...(mode && { eventAttendanceMode: `https://schema.org/${mode}` }),
    ...(places.length > 0 && { location: places.length === 1 ? places[0] : places }),
    ...(session.organisers.length > 0 && {
      organizer: session.organisers.map((organiser) => ({
        '@type': 'Organization',
        name: say(organiser),
      })),
    }),
    isAccessibleForFree: true,
    ...(registration?.state === 'open' && {
      offers: {
        '@type': 'Offer',
        price: 0,
        priceCurrency: 'MAD',
        availability: `https://schema.org/${isFull ? 'SoldOut' : 'InStock'}`,
        url,
      },
    }),
    url,
  };
}

function placeOf(
  { name, address, point }: NonNullable<Session['venue']>,
  say: (text: Session['title']) => string,
): object {
  return {
    '@type': 'Place',
    ...(name && { name: say(name) }),
    ...(address && {
      address: {
        '@type': 'PostalAddress',
        streetAddress: say(address),
        addressCountry: 'MA',
      },
    }),
    ...(point && {
      geo: { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude },
    }),
  };
}

function webAddress(url: string | null): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
