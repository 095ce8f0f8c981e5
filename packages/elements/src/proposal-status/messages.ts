import type { Receipt } from '@nafida/contract';
import type { CodeIssue } from '../submission/lookup/code-issue.js';
import type { SentFilesMessages } from '../submission/sent-files-template.js';
import type { ProposalState } from './proposal-state.js';

/** Reasons for which staff do not publish. */
type RefusalReason = NonNullable<Receipt['refusal']>['reason'];

/** The texts of `<nafida-proposal-status>` in one language. */
export interface ProposalStatusMessages {
  /** Name of the form, for those who do not see the page. */
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly show: string;
  readonly looking: string;
  /** Why a code showed nothing. */
  readonly issue: (issue: CodeIssue | 'required') => string;

  readonly stateTitle: string;
  /** A state in a word or two, and in a sentence. */
  readonly states: Readonly<Record<ProposalState, readonly [name: string, sentence: string]>>;
  readonly reasons: Readonly<Record<RefusalReason, string>>;
  readonly words: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly dayAndHour: (day: string, hour: string) => string;
  readonly sentFilesMessages: SentFilesMessages;
  readonly sent: string;
  readonly another: string;
}
