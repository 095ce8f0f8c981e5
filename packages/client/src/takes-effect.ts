import { operations, type Operation } from '@nafida/contract';

/** Whether a request of this operation can change anything on the server. Asking for a challenge stores nothing. */
export function takesEffect({ method, path }: Operation): boolean {
  return method !== 'GET' && path !== operations.createChallenge.path;
}
