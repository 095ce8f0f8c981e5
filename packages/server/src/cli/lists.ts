import {
  locales,
  textIn,
  type Consultation,
  type LocalizedText,
  type Session,
} from '@nafida/contract';
import { civilDateIn, homeZone, moroccanZoneNamed } from '@nafida/contract/civil-time.js';
import { nameOfTerritory } from './territories.js';

/** A text for a list: in French, which every terminal shows in order, else in a language that there is. */
export const inFrench = (text: LocalizedText): string =>
  textIn(text, 'fr').text.replace(/\s+/g, ' ');

/** The day in Morocco, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => civilDateIn(homeZone, instant);

/** Consultations with their axes under them. */
export function consultationLines(consultations: readonly Consultation[]): string {
  return consultations
    .map(({ id, title, status, opensAt, closesAt, territory, axes }) => {
      const opens = status === 'upcoming' && opensAt ? `opens ${dayOf(new Date(opensAt))}` : '';
      const closes = closesAt ? `until ${dayOf(new Date(closesAt))}` : '';
      const facts = [status, opens, closes].filter(Boolean).join(', ');
      return [
        [id, facts, inFrench(title), nameOfTerritory(territory)].join('  '),
        ...axes.map((axis) => `  ${axis.id}  ${inFrench(axis.title)}`),
      ].join('\n');
    })
    .join('\n');
}

/**
 * The agenda, one line each: id, days, times (with their zone if it is not Morocco's), title, place, and seats if
 * people register.
 */
export function sessionLines(sessions: readonly Session[]): string {
  return sessions
    .map((session) => {
      const { id, startDate, endDate, startTime, endTime, status, title, territory } = session;
      const { registration, timeZone } = session;
      const days = endDate === startDate ? startDate : `${startDate} to ${endDate}`;
      const hours = [startTime, endTime].map((time) => time?.slice(11, 16)).filter(Boolean);
      const isAbroad = hours.length > 0 && moroccanZoneNamed(timeZone) === undefined;
      const seats =
        registration === null
          ? ''
          : registration.capacity === null
            ? 'registration, no limit'
            : `${registration.remaining} of ${registration.capacity} seats free` +
              (registration.waiting > 0 ? `, ${registration.waiting} waiting` : '');
      return [
        id,
        days,
        hours.join('–') + (isAbroad ? ` (${timeZone})` : ''),
        status === 'scheduled' ? '' : status,
        inFrench(title),
        nameOfTerritory(territory),
        seats,
      ]
        .filter(Boolean)
        .join('  ');
    })
    .join('\n');
}

/** The place of a session, one line for each language and one for the map. */
export function venueLines(venue: Session['venue']): string[] {
  const { name, address, point } = venue ?? { name: null, address: null, point: null };
  const named = locales.flatMap((locale) => {
    const texts = [name?.[locale], address?.[locale]].filter(Boolean);
    return texts.length > 0 ? [`  ${locale}: ${texts.join(', ')}`] : [];
  });
  const lines = point ? [...named, `  map: ${point.latitude}, ${point.longitude}`] : named;
  return lines.length > 0 ? ['It takes place at:', ...lines] : ['It has no venue.'];
}
