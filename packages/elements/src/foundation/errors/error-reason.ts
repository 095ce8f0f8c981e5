import { diagnose } from '@nafida/client/diagnosis.js';

/** What a person can do about something that could not be read: get a connection, wait, go another way, try later. */
export type ErrorReason = 'offline' | 'busy' | 'setup' | 'server';

/** What to tell a person about an error of the client: what they can do, not what broke. */
export function errorReasonOf(error: unknown): ErrorReason {
  const diagnosis = diagnose(error);
  if (diagnosis.isLasting) return 'setup';
  return diagnosis.reason === 'sign_in' ? 'offline' : diagnosis.reason;
}
