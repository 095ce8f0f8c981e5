import type { OperationId } from '@nafida/contract';

// A registered symbol is the same in every realm and in every copy of this module, where `instanceof` is not.
const brand = Symbol.for('nafida.error');

/** Which class an error is of; the discriminant of the union that `isNafidaError` narrows to. */
export type NafidaErrorKind =
  'network' | 'timeout' | 'problem' | 'response_shape' | 'input' | 'proof';

/** What every error says about its request. */
export interface RequestOutcome {
  /** See {@link NafidaError.maybeSent}. */
  readonly maybeSent: boolean;
  /** See {@link NafidaError.idempotencyKey}. */
  readonly idempotencyKey: string | undefined;
  /** See {@link NafidaError.operation}. */
  readonly operation?: OperationId | undefined;
  /** See {@link NafidaError.url}. */
  readonly url?: string | undefined;
  /** See {@link NafidaError.requestId}. */
  readonly requestId?: string | undefined;
}

/** Outcome of a request that never left. */
export const neverSent: RequestOutcome = { maybeSent: false, idempotencyKey: undefined };

/** Base of every error that the client rejects with, except the reason of a signal that was aborted. */
export abstract class NafidaError extends Error implements RequestOutcome {
  abstract readonly kind: NafidaErrorKind;

  /**
   * True if one of the attempts may have taken effect on the server although no answer says so. Sending it
   * again is then safe only with the same {@link idempotencyKey}. Reads take no effect: always false for them.
   */
  readonly maybeSent: boolean;

  /** The key the create was sent with: hand it to the next try, and the effect happens once. */
  readonly idempotencyKey: string | undefined;

  /** The name of the operation in the protocol; undefined if none had been chosen yet. */
  readonly operation: OperationId | undefined;

  /** The address that was asked, without its query; undefined if none was. */
  readonly url: string | undefined;

  /** The id under which the server's log knows the request; undefined where no answer of the server named one. */
  readonly requestId: string | undefined;

  constructor(message: string, outcome: RequestOutcome, options?: ErrorOptions) {
    super(message, options);
    this.maybeSent = outcome.maybeSent;
    this.idempotencyKey = outcome.idempotencyKey;
    this.operation = outcome.operation;
    this.url = outcome.url;
    this.requestId = outcome.requestId;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** True for an error of this package, also one from another frame or another copy of the package. */
export function isBranded(value: unknown): boolean {
  return typeof value === 'object' && value !== null && brand in value;
}
