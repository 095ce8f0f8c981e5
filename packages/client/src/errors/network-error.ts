import { NafidaError, type RequestOutcome } from './nafida-error.js';

/**
 * No answer came: no connection, name not found, connection cut, or the page's own security policy forbids the
 * request (browsers do not tell these apart). `cause` is what `fetch` threw.
 */
export class NetworkError extends NafidaError {
  override readonly name = 'NetworkError';
  readonly kind = 'network';

  /** True when the device itself says that it has no connection. */
  readonly offline: boolean;

  constructor(outcome: RequestOutcome, cause: unknown) {
    super('The server could not be reached', outcome, { cause });
    this.offline = globalThis.navigator?.onLine === false;
  }
}
