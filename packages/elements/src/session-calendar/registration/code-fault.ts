import { faultOf, isNafidaError } from '@nafida/client/core.js';
import type { FailureReason } from '../../foundation/failures/failure-reason.js';
import { failureReasonOf } from '../../foundation/failures/failure-reason.js';

/** Why a code did not open a registration, or did not cancel it. */
export type CodeFault = 'unknown' | 'closed' | FailureReason;

/** What happened to a request made with a code. */
export function codeFaultOf(error: unknown): CodeFault {
  // A code that a proxy kept back is no wrong code.
  if (isNafidaError(error) && faultOf(error).reason !== 'altered') {
    // What cannot be a code at all is refused before it is sent.
    if (error.kind === 'input') return 'unknown';
    if (error.kind === 'problem') {
      if (error.code === 'unauthorized' || error.code === 'not_found') return 'unknown';
      if (error.code === 'registration_closed') return 'closed';
    }
  }
  return failureReasonOf(error);
}
