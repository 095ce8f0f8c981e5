import { isNafidaError } from '@nafida/client';

/** Why something could not be sent, by what the person can do about it. */
export type SendingFault =
  /** It did not leave. */
  | 'not_sent'
  /** It may have arrived: sending again is safe. */
  | 'maybe_sent'
  | 'busy'
  | 'not_open'
  | 'closed'
  | 'consent_outdated'
  | 'gone'
  | 'too_slow'
  | 'insecure_page'
  | 'setup'
  | 'server';

/** What happened to a create or a cancellation that rejected with `error`. */
export function sendingFaultOf(error: unknown): SendingFault {
  if (!isNafidaError(error)) return 'server';
  switch (error.kind) {
    case 'problem':
      return faultByCode[error.code] ?? (error.maybeSent ? 'maybe_sent' : 'server');
    case 'proof':
      return error.fault === 'insecure_page'
        ? 'insecure_page'
        : error.fault === 'too_slow'
          ? 'too_slow'
          : 'server';
    case 'network':
    case 'timeout':
    case 'response_shape':
      return error.maybeSent ? 'maybe_sent' : 'not_sent';
    default:
      return 'server';
  }
}

const faultByCode: Readonly<Record<string, SendingFault | undefined>> = {
  rate_limited: 'busy',
  registration_not_open: 'not_open',
  registration_closed: 'closed',
  consent_outdated: 'consent_outdated',
  not_found: 'gone',
  unauthorized: 'gone',
  origin_not_allowed: 'setup',
  unknown_site: 'setup',
};
