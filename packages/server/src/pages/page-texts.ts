import type { Proposal, Session } from '@nafida/contract';
import type { DayTexts } from '../dates/days-text.js';

/** Languages of the pages that the server itself serves. */
export const pageLanguages = ['ar', 'fr'] as const;

/** See {@link pageLanguages}. */
export type PageLanguage = (typeof pageLanguages)[number];

/** All that these pages say, in one language. */
export interface PageTexts extends DayTexts {
  /** What the language is called in itself. */
  readonly languageName: string;
  readonly skip: string;
  readonly pages: string;
  readonly home: string;
  readonly sessions: string;
  readonly proposals: string;
  readonly demonstration: string;
  /** What the page is for, for search engines and previews. */
  readonly aboutSite: (site: string) => string;
  readonly aboutSessions: (site: string) => string;
  readonly aboutProposals: (site: string) => string;
  readonly more: string;
  readonly toFirst: string;

  readonly nextSessions: string;
  readonly allSessions: string;
  readonly noSessions: string;
  readonly subscribe: string;
  readonly calendarFile: string;
  readonly clock: (hour: number, minute: number) => string;
  readonly startsAt: (start: string) => string;
  readonly hours: (start: string, end: string) => string;
  readonly comma: string;
  readonly states: Readonly<Partial<Record<Session['status'], string>>>;
  readonly when: string;
  readonly where: string;
  readonly online: string;
  readonly organisers: string;
  readonly agenda: string;
  readonly report: string;
  readonly sitePage: string;
  readonly noRegistration: string;
  readonly registration: Readonly<Record<NonNullable<Session['registration']>['state'], string>>;
  readonly full: string;
  readonly placesLeft: (count: number) => string;

  readonly newestProposals: string;
  readonly allProposals: string;
  readonly search: string;
  readonly find: string;
  readonly noProposals: string;
  readonly nothingFound: string;
  readonly openData: string;
  readonly statuses: Readonly<Record<Proposal['status'], string>>;
  readonly publishedOn: (day: string) => string;
  readonly answeredOn: (day: string) => string;
  readonly supports: (count: number) => string;
  readonly reference: string;
  readonly status: string;
  readonly author: string;
  readonly fromSession: string;
  readonly answer: string;
  readonly noAnswer: string;
  readonly files: string;
  readonly photo: (number: number) => string;
  readonly document: (number: number) => string;

  readonly notFound: readonly [title: string, text: string];
  readonly busy: readonly [title: string, text: string];
  readonly refused: readonly [title: string, text: string];
}
