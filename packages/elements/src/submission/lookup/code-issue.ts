import { diagnose, isNafidaError } from '@nafida/client/core.js';
import type { ErrorReason } from '../../foundation/errors/error-reason.js';
import { errorReasonOf } from '../../foundation/errors/error-reason.js';

/** Why a code opened nothing. */
export type CodeIssue = 'unknown' | ErrorReason;

/** Why a request made with a code rejected with `error`. */
export function codeIssueOf(error: unknown): CodeIssue {
  // A code that a proxy kept back is no wrong code.
  if (isNafidaError(error) && diagnose(error).reason !== 'altered') {
    // What cannot be a code at all is refused before it is sent.
    if (error.kind === 'input') return 'unknown';
    if (error.kind === 'problem' && error.code === 'unauthorized') return 'unknown';
  }
  return errorReasonOf(error);
}
