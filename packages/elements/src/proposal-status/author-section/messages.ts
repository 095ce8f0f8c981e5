import type { ErrorReason } from '../../foundation/errors/error-reason.js';
import type { SignatureIssue } from './check-outcome.js';

/** Why something an author did failed. */
export type AuthorSectionIssue = 'required' | 'too_long' | 'already_replied' | ErrorReason;

/** The words about what an author can do, in one language. */
export interface AuthorSectionMessages {
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
    readonly issues: Readonly<Record<SignatureIssue, string>>;
    /** Comes before the reason why it could not be checked now. */
    readonly failed: string;
    readonly key: string;
    readonly signature: string;
  };
  readonly issue: Readonly<Record<AuthorSectionIssue, string>>;
}
