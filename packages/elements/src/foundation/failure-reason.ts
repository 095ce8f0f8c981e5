import { isNafidaError } from '@nafida/client/core.js';

/** What a person can do about something that could not be read: get a connection, wait, tell the site, try later. */
export type FailureReason = 'offline' | 'busy' | 'setup' | 'server';

const setupCodes = new Set<string>([
  'unknown_site',
  'origin_not_allowed',
  'not_found',
  'bad_request',
]);

/** What to tell a person about an error of the client: what they can do, not what broke. */
export function failureReasonOf(error: unknown): FailureReason {
  if (!isNafidaError(error)) return 'server';
  switch (error.kind) {
    case 'network':
    case 'timeout':
      return 'offline';
    case 'response_shape':
      // The sign-in page of a public network answers in place of the server.
      return error.fault === 'schema' ? 'server' : 'offline';
    case 'problem':
      if (error.code === 'rate_limited') return 'busy';
      return setupCodes.has(error.code) ? 'setup' : 'server';
    case 'input':
      return 'setup';
    default:
      return 'server';
  }
}
