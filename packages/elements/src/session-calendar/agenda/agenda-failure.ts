import { isNafidaError } from '@nafida/client/diagnosis.js';
import type { FailureReason } from '../../foundation/failures/failure-reason.js';
import { failureReasonOf } from '../../foundation/failures/failure-reason.js';

/** Why there is no agenda: also a `file` that is missing or odd, and a page that stands on the `disk` of a device. */
export type AgendaFailure = FailureReason | 'file' | 'disk';

/** What to tell a person about an agenda that could not be read. */
export function agendaFailureOf(error: unknown): AgendaFailure {
  const isOfFile =
    isNafidaError(error) &&
    error.kind === 'input' &&
    error.issues.some(({ path }) => path === 'src');
  if (!isOfFile) return failureReasonOf(error);
  return location.protocol === 'file:' ? 'disk' : 'file';
}
