import type { Catalogues } from '../../foundation/catalogue.js';
import type { FailureReason } from '../../foundation/failure-reason.js';
import type { SignatureFault } from './receipt-check.js';

/** Why something an author did failed. */
export type DeskFault = 'required' | 'too_long' | 'already_replied' | FailureReason;

/** The words about what an author can do, in one language. */
export interface AuthorDeskMessages {
  readonly answer: string;
  /** `day` is ready to show. */
  readonly answeredOn: (day: string) => string;
  readonly question: string;
  readonly questionHint: string;
  readonly reply: string;
  readonly sendReply: string;
  readonly sending: string;
  readonly yourReply: string;
  readonly replied: string;
  readonly mergedInto: string;
  readonly manage: string;
  readonly ownData: string;
  readonly ownDataHint: string;
  readonly withdraw: string;
  readonly withdrawQuestion: string;
  readonly withdrawHint: string;
  readonly confirm: string;
  readonly keep: string;
  /** About the signature of the receipt; `by` comes before the name of who signed. */
  readonly signed: {
    readonly title: string;
    readonly hint: string;
    readonly check: string;
    readonly checking: string;
    readonly by: string;
    readonly unaltered: string;
    readonly faults: Readonly<Record<SignatureFault, string>>;
    /** Comes before the reason why it could not be checked now. */
    readonly failed: string;
    readonly key: string;
    readonly signature: string;
  };
  readonly fault: Readonly<Record<DeskFault, string>>;
}

export const catalogues: Catalogues<AuthorDeskMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
