import type { OperationId } from '@nafida/contract';
import { NafidaError, neverSent } from './nafida-error.js';

/**
 * Why no proof of work could be made: the page is served over plain HTTP, where browsers withhold the cryptography; the
 * server asks for a kind that this version does not know; or the device is too slow.
 */
export type ProofErrorReason = 'insecure_page' | 'unsupported_challenge' | 'too_slow';

const messages: Record<ProofErrorReason, string> = {
  insecure_page: 'A proof of work needs a page served over HTTPS (or localhost)',
  unsupported_challenge: 'This version cannot solve the challenge that the server set',
  too_slow: 'The proof of work took too long on this device',
};

/** The proof of work that a create needs could not be made; the create was not sent. */
export class ProofError extends NafidaError {
  override readonly name = 'ProofError';
  readonly kind = 'proof';

  readonly reason: ProofErrorReason;

  constructor(reason: ProofErrorReason, operation?: OperationId, cause?: unknown) {
    super(messages[reason], { ...neverSent, operation }, { cause });
    this.reason = reason;
  }
}
