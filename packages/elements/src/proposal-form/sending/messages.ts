import type { SentFilesMessages } from '../../submission/sent-files-template.js';
import type { OwnFieldIssue } from '../submit/proposal-issues.js';
import type { ProposalReason } from '../submit/proposal-errors.js';

/** What the form itself says: that nothing has left, and when a consultation is open. */
type SaidByForm = 'not_sent' | 'not_open' | 'closed';

/** The texts of what is wrong, of sending and of the receipt, in one language. */
export interface SendingMessages {
  readonly summary: (count: number) => string;
  readonly issue: (issue: OwnFieldIssue) => string;
  /** What to say when sending failed; `seconds` only when the server asked to wait. */
  readonly sendingError: (
    reason: Exclude<ProposalReason, SaidByForm>,
    seconds: number | null,
  ) => string;

  /** What a field is called that nobody should fill in, and what to do where something stands in it. */
  readonly honeypot: string;
  readonly honeypotFilled: string;

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
  readonly sentFilesMessages: SentFilesMessages;
  readonly sent: string;
  readonly another: string;
}
