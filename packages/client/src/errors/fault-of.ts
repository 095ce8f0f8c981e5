import { isNafidaError } from './is-nafida-error.js';
import type { NetworkObstacle } from './network-error.js';

/** Why something failed that another try may well bring about. `sign_in`: perhaps a public network wants one first. */
export type PassingReason = 'offline' | 'sign_in' | 'busy' | 'server';

/**
 * Why something fails until somebody mends it: see {@link NetworkObstacle}; a `redirect`, or an answer of something that
 * is not the server (`other_server`) or of another version of it (`other_shape`); a site, an origin or an object that
 * the server does not know; requests that were `altered` on the way, or are `too_large` for it; `settings` of the page
 * that cannot be meant; a page without the cryptography that sending needs.
 */
export type LastingReason =
  | NetworkObstacle
  | 'redirect'
  | 'other_server'
  | 'other_shape'
  | 'unknown_site'
  | 'unlisted_origin'
  | 'not_found'
  | 'altered'
  | 'too_large'
  | 'settings'
  | 'insecure_page';

/** What an error amounts to. */
export type Fault =
  | { readonly isLasting: false; readonly reason: PassingReason }
  | { readonly isLasting: true; readonly reason: LastingReason };

const lastingCodes = new Map<string, LastingReason>([
  ['unknown_site', 'unknown_site'],
  ['origin_not_allowed', 'unlisted_origin'],
  ['not_found', 'not_found'],
  ['bad_request', 'settings'],
  ['bad_cursor', 'settings'],
  ['invalid_input', 'settings'],
  ['payload_too_large', 'too_large'],
  // This client always sends what the server misses.
  ['idempotency_key_missing', 'altered'],
  ['malformed_json', 'altered'],
  ['method_not_allowed', 'altered'],
  ['proof_required', 'altered'],
  ['unsupported_media_type', 'altered'],
]);

const passing = (reason: PassingReason): Fault => ({ isLasting: false, reason });
const lasting = (reason: LastingReason): Fault => ({ isLasting: true, reason });

/** Whether trying again may help, and why something failed; what is not an error of this client may pass. */
export function faultOf(error: unknown): Fault {
  if (!isNafidaError(error)) return passing('server');
  switch (error.kind) {
    case 'network':
      return error.obstacle ? lasting(error.obstacle) : passing('offline');
    case 'timeout':
      return passing('offline');
    case 'response_shape':
      if (error.mayBeSignIn) return passing('sign_in');
      if (error.fault === 'invalid_json') return passing('server');
      if (error.fault === 'redirect') return lasting('redirect');
      return lasting(error.fault === 'schema' ? 'other_shape' : 'other_server');
    case 'problem': {
      if (error.code === 'rate_limited') return passing('busy');
      const isKeptBack = error.issues.some(({ path }) => path === 'Authorization');
      const reason = isKeptBack ? 'altered' : lastingCodes.get(error.code);
      return reason ? lasting(reason) : passing('server');
    }
    case 'input':
      return lasting('settings');
    default:
      return error.fault === 'insecure_page' ? lasting('insecure_page') : passing('server');
  }
}
