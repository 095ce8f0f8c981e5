import type { Catalogues } from '../foundation/catalogue.js';
import type { FailureReason } from '../foundation/failure-reason.js';
import type { PrivacyWords } from '../submission/privacy-lines.js';
import type { OwnFieldFault, ProposalField } from './proposal-content.js';
import type { SendingFault } from './sending-fault.js';

/** The texts of `<nafida-proposal-form>` in one language. */
export interface ProposalFormMessages {
  readonly formLabel: string;
  readonly loading: string;
  readonly loadFailed: (reason: FailureReason) => string;
  readonly retry: string;
  readonly noConsultation: string;
  /** `day` is ready to show; null when no date was set. */
  readonly notOpen: (day: string | null) => string;
  readonly closed: (day: string | null) => string;
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
  readonly emailHint: string;
  readonly consent: string;
  readonly privacyWords: PrivacyWords;
  /** How many characters may still be typed, or how many are too many (below zero). */
  readonly remaining: (count: number) => string;

  readonly summary: (count: number) => string;
  readonly fault: (fault: OwnFieldFault) => string;
  readonly send: string;
  readonly sending: string;
  readonly sendAgain: string;
  /** What to say when sending failed; `seconds` only when the server asked to wait. */
  readonly sendingFault: (fault: SendingFault, seconds: number | null) => string;

  readonly restored: string;
  readonly kept: string;
  readonly erase: string;
  readonly erased: string;

  readonly received: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly dayAndHour: (day: string, hour: string) => string;
  readonly trackingCode: string;
  /** What the picture of the code is to those who do not see it. */
  readonly trackingCodeImage: (code: string) => string;
  readonly trackingHint: string;
  /** Stands before the signature of the receipt; `key` is the name of the key. */
  readonly signature: (key: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly print: string;
  readonly next: string;
  readonly nextSteps: readonly string[];
  readonly sent: string;
  readonly another: string;
}

export const catalogues: Catalogues<ProposalFormMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
