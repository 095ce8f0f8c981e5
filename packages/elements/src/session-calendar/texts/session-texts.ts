import type { Session, WrittenText } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { CivilMoment } from '../../foundation/locale/date-format.js';
import { civilMomentOf, formatDay, formatTime } from '../../foundation/locale/date-format.js';
import type { Locale } from '../../foundation/locale/locale.js';
import { textLocaleOf } from '../../foundation/locale/locale.js';
import { civilDateOf } from '../day/civil-day.js';
import type { Speech } from './day-texts.js';
import { wallTimeOf as sessionClock } from '../../foundation/locale/wall-time.js';
import type { Seats } from '../session/session-state.js';

/**
 * The day or days of a session: «من الخميس 24 إلى السبت 26 مارس 2022». What both ends share is said once; a year
 * that goes without saying can be left out.
 */
export function sessionDaysText(
  { locale, messages }: Speech,
  { startDate, endDate }: Session,
  { year = true }: { year?: boolean } = {},
): string {
  const [start, end] = [civilDateOf(startDate), civilDateOf(endDate)];
  const sameYear = start.year === end.year;
  const last = formatDay(locale, end, { year: year || !sameYear });
  if (startDate === endDate) return last;
  const first = formatDay(locale, start, { year: !sameYear });
  // "jeudi 24 mars" without its last word, the month.
  const from =
    sameYear && start.month === end.month ? first.slice(0, first.lastIndexOf(' ')) : first;
  return messages.dayRange(from, last);
}

/** The hours of a session on the clocks of its own zone; unknown ones are said to be so. */
export function sessionHoursText(speech: Speech, session: Session): string {
  return hoursText(speech, session, (instant) => sessionClock(instant, session.timeZone));
}

/**
 * The same on the clock of a reader in another zone, where it shows anything else; otherwise undefined. The day
 * is said too where it differs.
 */
export function readerHoursText(
  speech: Speech,
  session: Session,
  readerZone: string,
): string | undefined {
  const { startTime, timeZone } = session;
  if (!startTime || readerZone === timeZone) return undefined;
  const there = sessionClock(startTime, timeZone);
  const here = civilMomentOf(startTime, readerZone);
  if (there.hour === here.hour && there.minute === here.minute && there.day === here.day) {
    return undefined;
  }
  const hours = hoursText(speech, session, (instant) => civilMomentOf(instant, readerZone));
  return speech.messages.inYourZone(
    there.day === here.day
      ? hours
      : speech.messages.pair(formatDay(speech.locale, here, { year: false }), hours),
  );
}

/** A day and an hour: when registration opens, when the agenda was last known. */
export function momentText(speech: Speech, instant: string | number, timeZone: string): string {
  const moment =
    typeof instant === 'number'
      ? civilMomentOf(instant, timeZone)
      : sessionClock(instant, timeZone);
  return speech.messages.pair(
    formatDay(speech.locale, moment, { year: false }),
    clockText(speech, moment),
  );
}

/** What is said about the seats, on one line; undefined when there is nothing to say. */
export function seatsText(speech: Speech, seats: Seats, timeZone: string): string | undefined {
  const { messages } = speech;
  switch (seats.kind) {
    case 'none':
      return undefined;
    case 'without_registration':
      return messages.withoutRegistration;
    case 'in_parts':
      return messages.registrationInParts;
    case 'not_open':
      return seats.opensAt
        ? messages.registrationOpens(momentText(speech, seats.opensAt, timeZone))
        : messages.registrationNotOpen;
    case 'closed':
      return messages.registrationClosed;
    case 'unlimited':
      return messages.registrationOpen;
    case 'places':
      return messages.places(seats.remaining);
    case 'full':
      return messages.pair(messages.full, messages.waitingList(seats.waiting));
  }
}

/** The place on one line, name before address; null where neither is known. */
export function placeText(session: Session, locale: Locale): WrittenText | null {
  const text = session.venue?.name ?? session.venue?.address;
  return text ? textIn(text, locale) : null;
}

/** Title of a session in the reader's language, or in one that exists. */
export function titleText(session: Session, locale: Locale): WrittenText {
  return textIn(session.title, locale);
}

/** The hour that the clocks of a session's zone show at `instant`. */
export function clockTextOf(speech: Speech, instant: string, timeZone: string): string {
  return clockText(speech, sessionClock(instant, timeZone));
}

function hoursText(
  speech: Speech,
  { startTime, endTime, startDate, endDate }: Session,
  clock: (instant: string) => CivilMoment,
): string {
  const { messages } = speech;
  const start = startTime && clockText(speech, clock(startTime));
  const end = endTime && clockText(speech, clock(endTime));
  if (!start && !end) return messages.timeUnknown;
  if (startDate !== endDate) return messages.openingHours(start, end);
  if (start && end) return messages.timeRange(start, end);
  return start ? messages.timeFrom(start) : messages.timeUntil(end!);
}

// Sentences of Amazigh pages are in another language, and hours belong to the sentence.
function clockText({ locale }: Speech, moment: CivilMoment): string {
  return formatTime(textLocaleOf(locale), moment);
}
