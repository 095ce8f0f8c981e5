import type { CreateFault } from '../../submission/create-fault.js';
import { createFaultOf } from '../../submission/create-fault.js';

/** Why a registration or a cancellation could not be sent, by what the person can do about it. */
export type SendingFault =
  CreateFault | 'taken' | 'not_open' | 'closed' | 'gone' | 'questions_changed';

const ownFaults = new Map([
  ['registration_not_open', 'not_open'],
  ['registration_closed', 'closed'],
  ['already_registered', 'taken'],
  ['not_found', 'gone'],
  ['unauthorized', 'gone'],
] as const);

/** What happened to a create or a cancellation that rejected with `error`. */
export function sendingFaultOf(error: unknown): SendingFault {
  return createFaultOf(error, ownFaults);
}
