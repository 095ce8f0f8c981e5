import type { Session } from '@nafida/contract';
import type { AgendaErrorReason } from '../agenda/agenda-error.js';
import type { Phase } from '../session/session-state.js';

/** The texts of the calendar in one language. Arguments are already written as people say them. */
export interface CalendarMessages {
  /** Name of the whole. */
  readonly agenda: string;
  readonly today: string;
  readonly view: string;
  /** Opens search, filters, past sessions and subscription. */
  readonly tools: string;
  /** The same where room is short. */
  readonly options: string;
  readonly month: string;
  readonly list: string;
  /** An event of several sessions, by hour and room. */
  readonly programme: string;
  readonly previousMonth: (month: string) => string;
  readonly nextMonth: (month: string) => string;
  /** A number of sessions, none included. */
  readonly sessionCount: (count: number) => string;
  /** Puts two parts of a spoken line together. */
  readonly pair: (first: string, second: string) => string;
  /** Puts the items of a list together. */
  readonly enumeration: (items: readonly string[]) => string;

  readonly loading: string;
  readonly emptyMonth: (month: string) => string;
  /** All sessions of the month are past. */
  readonly monthIsOver: (month: string) => string;
  readonly emptyDay: string;
  readonly nothingAhead: string;
  readonly nextSession: (day: string) => string;
  readonly lastSession: (day: string) => string;
  readonly showMonth: (month: string) => string;
  readonly stale: (time: string) => string;
  readonly failed: string;
  readonly failedBecause: (reason: AgendaErrorReason) => string;
  readonly retry: string;

  readonly dayRange: (from: string, to: string) => string;
  readonly timeUnknown: string;
  readonly timeRange: (from: string, to: string) => string;
  readonly timeFrom: (from: string) => string;
  readonly timeUntil: (until: string) => string;
  /** Hours of a session of several days; either may be unknown. */
  readonly openingHours: (opens: string | null, ends: string | null) => string;
  /** The same moment on the clock of the reader, who is in another time zone. */
  readonly inYourZone: (time: string) => string;

  /** As in the contract's `calendar/messages.ts`, which has all languages at once: a page loads one. */
  readonly kinds: Readonly<Record<Session['kind'], string>>;
  readonly meetingTypes: Readonly<Record<Session['typeOfMeeting'], string>>;
  /** A word for the phase beside a title; none for what is simply to come. */
  readonly phases: Readonly<Record<Exclude<Phase, 'upcoming'>, string>>;
  /** One word for what does not take place as planned, where room is short. */
  readonly calledOff: Readonly<Record<'cancelled' | 'postponed', string>>;
  readonly demonstration: string;
  readonly places: (count: number) => string;
  readonly full: string;
  readonly waitingList: (waiting: number) => string;
  readonly registrationOpens: (day: string) => string;
  readonly registrationNotOpen: string;
  readonly registrationClosed: string;
  readonly registrationOpen: string;
  /** Of an event for whose parts people register. */
  readonly registrationInParts: string;
  readonly withoutRegistration: string;

  readonly back: string;
  readonly haveCode: string;
  readonly partFailed: string;
}
