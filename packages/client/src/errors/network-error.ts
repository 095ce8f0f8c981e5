import { NafidaError, type RequestOutcome } from './nafida-error.js';

/**
 * What keeps a page from being answered for good, as far as it could be found: the page's own Content-Security-Policy;
 * a server over plain HTTP on a page over HTTPS; answers that the browser withholds, as their CORS headers were lost on
 * the way; or the same for what the browser asks before it sends (`preflight`).
 */
export type NetworkObstacle = 'policy' | 'mixed_content' | 'unreadable' | 'preflight';

/** No answer came: no connection, name not found, connection cut, or an `obstacle`. `cause` is what `fetch` threw. */
export class NetworkError extends NafidaError {
  override readonly name = 'NetworkError';
  readonly kind = 'network';

  /** True when the device itself says that it has no connection. */
  readonly offline: boolean;

  /** Trying again is of no use while it stands; undefined where none was found. */
  readonly obstacle: NetworkObstacle | undefined;

  constructor(outcome: RequestOutcome, cause: unknown, obstacle?: NetworkObstacle) {
    super('The server could not be reached', outcome, { cause });
    this.offline = globalThis.navigator?.onLine === false;
    this.obstacle = obstacle;
  }
}
