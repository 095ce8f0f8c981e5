import type { FailedOutcome } from '../../submission/submission.js';

/** Why a registration was not sent though the form is right, beside what any sending is answered. */
export type RegistrationError = 'taken' | 'not_open' | 'closed' | 'gone';

/** See `FailedOutcome`. */
export type RegistrationReason = FailedOutcome<RegistrationError>['reason'];

/** By problem code. */
export const registrationErrors: ReadonlyMap<string, RegistrationError> = new Map([
  ['registration_not_open', 'not_open'],
  ['registration_closed', 'closed'],
  ['already_registered', 'taken'],
  ['not_found', 'gone'],
  ['unauthorized', 'gone'],
]);
