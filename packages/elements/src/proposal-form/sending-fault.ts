import { isNafidaError } from '@nafida/client';

/** Why a proposal could not be sent, by what the person can do about it. */
export type SendingFault =
  /** It did not leave. */
  | 'not_sent'
  /** It may have arrived: sending again is safe. */
  | 'maybe_sent'
  | 'busy'
  | 'not_open'
  | 'closed'
  | 'consent_outdated'
  | 'too_slow'
  | 'insecure_page'
  | 'setup'
  | 'server';

const faultByCode: Readonly<Record<string, SendingFault | undefined>> = {
  rate_limited: 'busy',
  consultation_not_open: 'not_open',
  consultation_closed: 'closed',
  consent_outdated: 'consent_outdated',
  origin_not_allowed: 'setup',
  unknown_site: 'setup',
  not_found: 'setup',
};

/** What happened to a create that rejected with `error`. */
export function sendingFaultOf(error: unknown): SendingFault {
  if (!isNafidaError(error)) return 'server';
  switch (error.kind) {
    case 'problem':
      return faultByCode[error.code] ?? (error.maybeSent ? 'maybe_sent' : 'server');
    case 'proof':
      return error.fault === 'unsupported_challenge' ? 'server' : error.fault;
    case 'network':
    case 'timeout':
    case 'response_shape':
      return error.maybeSent ? 'maybe_sent' : 'not_sent';
    default:
      return 'server';
  }
}
