import { isNafidaError } from '../errors/is-nafida-error.js';

/** How often and how patiently a request that is safe to repeat is sent again. */
export interface RetryOptions {
  /** Attempts in all, the first one included; default: 4. */
  readonly attempts: number;
  /** Longest wait before the second attempt, in milliseconds; doubles each time; default: 500. */
  readonly baseDelayMs: number;
  /**
   * Longest wait between two attempts, in milliseconds; default: 8,000. When the server asks for more, there
   * is no other attempt: the error says at once how long to wait.
   */
  readonly maxDelayMs: number;
  /** Time for all attempts and waits together, in milliseconds; default: 45,000. */
  readonly totalMs: number;
}

/** See {@link RetryOptions}. */
export type RetryPolicy = Readonly<RetryOptions>;

/** The defaults. */
export const defaultRetry: RetryPolicy = {
  attempts: 4,
  baseDelayMs: 500,
  maxDelayMs: 8_000,
  totalMs: 45_000,
};

/** One attempt and no other. */
export const noRetry: RetryPolicy = { ...defaultRetry, attempts: 1 };

const passingStatuses = new Set([429, 502, 503, 504]);

/** True if the same request may succeed later. */
function mayPass(error: unknown): boolean {
  if (!isNafidaError(error)) return false;
  switch (error.kind) {
    case 'network':
      return error.reason === undefined;
    case 'timeout':
      return true;
    case 'problem':
      return error.code === 'idempotency_in_flight' || passingStatuses.has(error.status);
    default:
      return false;
  }
}

/**
 * Milliseconds to wait before attempt number `next` (2 is the second), or undefined if there should be none.
 * Full jitter: anything from nothing to the ceiling is as likely, so that a thousand pages cut off together do
 * not come back together. A wait the server asked for is kept in full, with the jitter on top.
 */
export function delayBefore(
  next: number,
  error: unknown,
  elapsedMs: number,
  { attempts, baseDelayMs, maxDelayMs, totalMs }: RetryPolicy,
  random: () => number = Math.random,
): number | undefined {
  if (next > attempts || !mayPass(error)) return undefined;
  const asked = isNafidaError(error) && error.kind === 'problem' ? error.retryAfter : undefined;
  const askedMs = (asked ?? 0) * 1000;
  if (askedMs > maxDelayMs) return undefined;
  const ceiling =
    asked === undefined ? Math.min(maxDelayMs, baseDelayMs * 2 ** (next - 2)) : baseDelayMs;
  const delayMs = askedMs + random() * ceiling;
  return elapsedMs + delayMs < totalMs ? delayMs : undefined;
}
