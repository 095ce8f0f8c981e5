import type { LocalizedText } from '@nafida/contract';

/** What a person who registered is told. */
export const messageKinds = [
  'confirmed',
  'waitlisted',
  'promoted',
  'moved',
  'cancelled',
  'postponed',
  'rescheduled',
  'restored',
  'changed',
] as const;

/** See {@link messageKinds}. */
export type MessageKind = (typeof messageKinds)[number];

/**
 * Where a message stands. `pending` waits to be sent, or to be looked at where no mail is set up; `to_call` is for a
 * person who left a telephone number only, until staff say that they `called`; `dead` was given up.
 */
export const messageStates = ['pending', 'sent', 'dead', 'to_call', 'called'] as const;

/** See {@link messageStates}. */
export type MessageState = (typeof messageStates)[number];

/** The session as it was when the message was written. Nothing in it is about the person. */
export interface MessageFacts {
  readonly title: LocalizedText;
  readonly startDate: string;
  readonly endDate: string;
  /** `HH:MM` on the clocks of the place. */
  readonly startTime: string | null;
  readonly venue: LocalizedText | null;
  readonly address: LocalizedText | null;
  readonly onlineUrl: string | null;
  /** Why it was cancelled or postponed. */
  readonly note: LocalizedText | null;
}
