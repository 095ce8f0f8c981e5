import type { FailedOutcome } from '../../submission/submission.js';

/** Why a proposal was not sent though the form is right, beside what any sending is answered. */
export type ProposalError = 'not_open' | 'closed';

/** See `FailedOutcome`. */
export type ProposalReason = FailedOutcome<ProposalError>['reason'];

/** By problem code. */
export const proposalErrors: ReadonlyMap<string, ProposalError> = new Map([
  ['consultation_not_open', 'not_open'],
  ['consultation_closed', 'closed'],
]);
