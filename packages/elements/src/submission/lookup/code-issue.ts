import { diagnose, isNafidaError } from '@nafida/client/core.js';
import type { FailureReason } from '../../foundation/failures/failure-reason.js';
import { failureReasonOf } from '../../foundation/failures/failure-reason.js';

/** Why a code opened nothing. */
export type CodeIssue = 'unknown' | FailureReason;

/** Why a request made with a code rejected with `error`. */
export function codeIssueOf(error: unknown): CodeIssue {
  // A code that a proxy kept back is no wrong code.
  if (isNafidaError(error) && diagnose(error).reason !== 'altered') {
    // What cannot be a code at all is refused before it is sent.
    if (error.kind === 'input') return 'unknown';
    if (error.kind === 'problem' && error.code === 'unauthorized') return 'unknown';
  }
  return failureReasonOf(error);
}
