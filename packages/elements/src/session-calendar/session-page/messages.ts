import type { Session } from '@nafida/contract';
import type { AddToCalendarMessages } from '../add-to-calendar/add-to-calendar-template.js';
import type { Locale } from '../../foundation/locale/locale.js';

/** The texts of a session's page in one language. Arguments are already written as people say them. */
export interface SessionPageMessages extends AddToCalendarMessages {
  readonly services: Readonly<Record<Session['accessibility'][number], string>>;
  readonly languages: Readonly<Record<Locale, string>>;
  /** The same as a sentence on the session's own page. */
  readonly phaseSentences: Readonly<Record<'cancelled' | 'postponed', string>>;
  readonly demonstrationSentence: string;
  readonly stop: (ordinal: number) => string;
  readonly registrationUntil: (day: string) => string;
  readonly when: string;
  readonly where: string;
  readonly takingPart: string;
  readonly onlineLink: string;
  readonly sessionLanguages: string;
  readonly accessibility: string;
  readonly organisers: string;
  readonly series: string;
  readonly openInMaps: string;
  readonly seeOnMap: string;
  readonly closingReport: string;
  readonly notFound: string;
  readonly register: string;
  readonly joinWaitingList: string;

  readonly audience: string;
  readonly audiences: Readonly<Record<Session['audiences'][number], string>>;
  /** What happens in one session, point by point. */
  readonly agenda: string;
  readonly minutes: (count: number) => string;
  /** The sessions of an event of several. */
  readonly programme: string;
  readonly hour: string;
  readonly noRoom: string;
  /** A month in which no event consists of others. */
  readonly noProgramme: (month: string) => string;
  readonly programmeFailed: string;
  /** Before the name of the event that a session belongs to. */
  readonly partOf: string;
  readonly linkedProposals: string;
  /** Those that come from it. */
  readonly collectedProposals: string;
  readonly moreProposals: string;
  readonly ownPage: string;
}
