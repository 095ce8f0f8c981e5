import { isNafidaError } from './is-nafida-error.js';
import type { NetworkErrorReason } from './network-error.js';

/** Why a request failed although another attempt may succeed. `sign_in`: a public network may want a sign-in first. */
export type PassingReason = 'offline' | 'sign_in' | 'busy' | 'server';

/**
 * Why a request fails until somebody changes something: see {@link NetworkErrorReason}; a `redirect`, or an answer of
 * something that is not the server (`other_server`) or of another version of it (`other_shape`); a site, an origin or an
 * object that the server does not know; a request that was `altered` on the way, or is `too_large`; impossible `settings`
 * of the page; a page without the cryptography that sending needs (`insecure_page`).
 */
export type LastingReason =
  | NetworkErrorReason
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

/** Whether another attempt may help after an error (`isLasting` is false), and why the request failed. */
export type Diagnosis =
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
  // This client always sends what the server does not find.
  ['idempotency_key_missing', 'altered'],
  ['malformed_json', 'altered'],
  ['method_not_allowed', 'altered'],
  ['proof_required', 'altered'],
  ['unsupported_media_type', 'altered'],
]);

const passing = (reason: PassingReason): Diagnosis => ({ isLasting: false, reason });
const lasting = (reason: LastingReason): Diagnosis => ({ isLasting: true, reason });

/** Says whether another attempt may help, and why the request failed. An error that is not this client's may pass. */
export function diagnose(error: unknown): Diagnosis {
  if (!isNafidaError(error)) return passing('server');
  switch (error.kind) {
    case 'network':
      return error.reason ? lasting(error.reason) : passing('offline');
    case 'timeout':
      return passing('offline');
    case 'response_shape':
      if (error.mayBeSignIn) return passing('sign_in');
      if (error.reason === 'invalid_json') return passing('server');
      if (error.reason === 'redirect') return lasting('redirect');
      return lasting(error.reason === 'schema' ? 'other_shape' : 'other_server');
    case 'problem': {
      if (error.code === 'rate_limited') return passing('busy');
      const isKeptBack = error.issues.some(({ path }) => path === 'Authorization');
      const reason = isKeptBack ? 'altered' : lastingCodes.get(error.code);
      return reason ? lasting(reason) : passing('server');
    }
    case 'input':
      return lasting('settings');
    default:
      return error.reason === 'insecure_page' ? lasting('insecure_page') : passing('server');
  }
}
