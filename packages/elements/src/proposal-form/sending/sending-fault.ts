import type { CreateFault } from '../../submission/create-fault.js';
import { createFaultOf } from '../../submission/create-fault.js';

/** Why a proposal could not be sent, by what the person can do about it. */
export type SendingFault = CreateFault | 'not_open' | 'closed' | 'questions_changed';

const ownFaults = new Map([
  ['consultation_not_open', 'not_open'],
  ['consultation_closed', 'closed'],
  ['not_found', 'setup'],
] as const);

/** What happened to a create that rejected with `error`. */
export function sendingFaultOf(error: unknown): SendingFault {
  return createFaultOf(error, ownFaults);
}
