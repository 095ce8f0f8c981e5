import { isNafidaError } from '@nafida/client/diagnosis.js';
import type { ErrorReason } from '../../foundation/errors/error-reason.js';
import { errorReasonOf } from '../../foundation/errors/error-reason.js';

/** Why there is no agenda; `file`: the file is missing or cannot be read, `disk`: the page is opened from the disk of a device. */
export type AgendaErrorReason = ErrorReason | 'file' | 'disk';

/** What to tell a person about an agenda that could not be read. */
export function agendaErrorReasonOf(error: unknown): AgendaErrorReason {
  const isOfFile =
    isNafidaError(error) &&
    error.kind === 'input' &&
    error.issues.some(({ path }) => path === 'src');
  if (!isOfFile) return errorReasonOf(error);
  return location.protocol === 'file:' ? 'disk' : 'file';
}
