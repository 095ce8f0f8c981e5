import type { LocalizedText } from '@nafida/contract';

/** The messages to a person who registered. */
export type SessionMessageKind =
  | 'unconfirmed'
  | 'already_registered'
  | 'confirmed'
  | 'waitlisted'
  | 'promoted'
  | 'moved'
  | 'cancelled'
  | 'postponed'
  | 'rescheduled'
  | 'restored'
  | 'changed';

/**
 * The states of a message. `pending` waits to be sent; `to_call` is for a person who left only a telephone number,
 * until staff note that they `called`; `dead` was given up.
 */
const messageStates = ['pending', 'sent', 'dead', 'to_call', 'called'] as const;

/** The same as staff see it: `no_mail` would wait to be sent, if mail were set up. */
export const shownMessageStates = [...messageStates, 'no_mail'] as const;

/** See {@link shownMessageStates}. */
export type ShownMessageState = (typeof shownMessageStates)[number];

/** See {@link messageStates}. */
export type MessageState = (typeof messageStates)[number];

/** The session as it was when the message was written. Nothing in it is about the person. */
export interface SessionFacts {
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

/** News for somebody who registered for a session. */
export interface SessionMessage {
  readonly kind: SessionMessageKind;
  readonly facts: SessionFacts;
}

/** A decision of staff about a proposal, for its author. */
export type ProposalNews =
  | { readonly kind: 'proposal_published' }
  | {
      readonly kind: 'proposal_refused';
      readonly reason: string;
      readonly words: string | null;
    }
  | { readonly kind: 'proposal_question'; readonly question: string }
  | { readonly kind: 'proposal_merged'; readonly into: string }
  | {
      readonly kind: 'proposal_answered';
      readonly status: string;
      readonly answer: LocalizedText | null;
    };

/** News for the author of a proposal. The title is read from the proposal when the message is written. */
export interface ProposalMessage {
  readonly kind: ProposalNews['kind'];
  readonly facts: ProposalNews;
}
