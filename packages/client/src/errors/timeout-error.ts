import { NafidaError, type RequestOutcome } from './nafida-error.js';

/** No complete answer came within the time allowed. */
export class TimeoutError extends NafidaError {
  override readonly name = 'TimeoutError';
  readonly kind = 'timeout';

  /** How long the last attempt waited, in milliseconds. */
  readonly timeoutMs: number;

  constructor(outcome: RequestOutcome, timeoutMs: number) {
    super(`The server did not answer within ${timeoutMs} ms`, outcome);
    this.timeoutMs = timeoutMs;
  }
}
