import type { AnyNafidaError } from '@nafida/client';
import { diagnose, isNafidaError } from '@nafida/client/core.js';

/** Why something could not be sent, by what the person can do about it. */
export type SendingError =
  /** It did not leave. */
  | 'not_sent'
  /** It may have arrived: sending again is safe. */
  | 'maybe_sent'
  | 'busy'
  | 'consent_outdated'
  | 'too_slow'
  | 'insecure_page'
  | 'setup'
  | 'server';

const errorByCode = new Map<string, SendingError>([
  ['rate_limited', 'busy'],
  ['consent_outdated', 'consent_outdated'],
]);

/** Why a create rejected with `error`. `ownErrors` are those of the one operation, by problem code. */
export function sendingErrorOf<Own extends string>(
  error: unknown,
  ownErrors: ReadonlyMap<string, Own>,
): SendingError | Own {
  if (!isNafidaError(error)) return 'server';
  const { isLasting, reason } = diagnose(error);
  // A code that a proxy kept back is no wrong code.
  if (reason === 'altered') return 'setup';
  const own =
    error.kind === 'problem'
      ? (ownErrors.get(error.code) ?? errorByCode.get(error.code))
      : undefined;
  if (own) return own;
  if (error.kind !== 'proof' && isLasting && !isAnswerHidden(error)) return 'setup';
  switch (error.kind) {
    case 'problem':
      return error.maybeSent ? 'maybe_sent' : 'server';
    case 'proof':
      return error.reason === 'unsupported_challenge' ? 'server' : error.reason;
    case 'network':
    case 'timeout':
    case 'response_shape':
      return error.maybeSent ? 'maybe_sent' : 'not_sent';
    default:
      return 'server';
  }
}

/** Something else answered well in place of the server, which may have taken what was sent: another try is safe. */
function isAnswerHidden(error: AnyNafidaError): boolean {
  return error.kind === 'response_shape' && error.reason !== 'redirect' && error.status < 400;
}
