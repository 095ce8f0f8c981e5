import type { Receipt } from '@nafida/contract';

/** Where a proposal stands, in one word: before the public sees it, or after. */
export type ProposalState = 'pending' | 'refused' | 'merged' | Receipt['status'];

/** What the author of `receipt` wants to know first. Its status means little before it is published. */
export function stateOf({ moderation, status }: Receipt): ProposalState {
  if (status === 'withdrawn') return status;
  if (moderation === 'published') return status;
  // The answer to the proposal that stands for it is an answer to it.
  if (moderation === 'merged' && status !== 'not_answered') return status;
  return moderation;
}
