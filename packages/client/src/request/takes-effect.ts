import type { CheckedOperation } from './checked-operation.js';

/** Whether a request of this operation can change anything on the server. Asking for a challenge stores nothing. */
export function takesEffect({ id, method }: Pick<CheckedOperation, 'id' | 'method'>): boolean {
  return method !== 'GET' && id !== 'createChallenge';
}
