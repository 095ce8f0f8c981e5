import type { ErrorReason } from '../../foundation/errors/error-reason.js';
import type { PrivacyMessages } from '../../submission/privacy-lines.js';
import type { ProposalField } from '../submit/proposal-issues.js';

/** The texts that `<nafida-proposal-form>` is drawn with, in one language; those of sending are in `sending/`. */
export interface ProposalFormMessages {
  readonly formLabel: string;
  readonly loading: string;
  readonly loadFailed: string;
  readonly failedBecause: (reason: ErrorReason) => string;
  readonly retry: string;
  readonly noConsultation: string;
  /** `day` is ready to show; null when no date was set. */
  readonly notOpen: (day: string | null) => string;
  readonly closed: (day: string | null) => string;
  /** The site does not know the page: above whom to turn to. */
  readonly cannotSend: string;
  readonly noPrivacy: string;

  readonly labels: Readonly<Record<Exclude<ProposalField, 'consent'>, string>>;
  readonly optional: string;
  readonly titleHint: string;
  readonly bodyHint: string;
  /** Stands above what others might propose. */
  readonly examples: string;
  readonly placeHint: string;
  readonly placeFailed: string;
  readonly questionsFailed: string;
  readonly about: string;
  readonly aboutHint: string;
  readonly nameVisible: string;
  /** What the contact is for; no promise where the site sends nothing. */
  readonly contactHint: (sendsMail: boolean) => string;
  readonly consent: string;
  readonly privacyMessages: PrivacyMessages;
  /** How many characters may still be typed, or how many are too many (below zero). */
  readonly remaining: (count: number) => string;

  readonly send: string;
  readonly sending: string;
  readonly sendAgain: string;
  /** Says that nothing has left, and what to do. */
  readonly notSent: string;

  readonly restored: string;
  readonly kept: string;
  readonly erase: string;
  readonly erased: string;
}
