import { NafidaError, type RequestOutcome } from './nafida-error.js';

/**
 * Why a page gets no answer, also at the next attempt: the page's own Content-Security-Policy (`policy`); a server over
 * plain HTTP on a page over HTTPS (`mixed_content`); an answer that the browser withholds because its CORS headers were lost
 * on the way (`unreadable`); or the same for the question that the browser asks before it sends (`preflight`).
 */
export type NetworkErrorReason = 'policy' | 'mixed_content' | 'unreadable' | 'preflight';

/** No answer came: no connection, name not found, connection cut, or a `reason`. `cause` is what `fetch` threw. */
export class NetworkError extends NafidaError {
  override readonly name = 'NetworkError';
  readonly kind = 'network';

  /** True if the device itself says that it has no connection. */
  readonly offline: boolean;

  /** Why another attempt does not help; undefined if it may help. */
  readonly reason: NetworkErrorReason | undefined;

  constructor(outcome: RequestOutcome, cause: unknown, reason?: NetworkErrorReason) {
    super('The server could not be reached', outcome, { cause });
    this.offline = globalThis.navigator?.onLine === false;
    this.reason = reason;
  }
}
