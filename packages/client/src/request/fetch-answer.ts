import type { RequestOutcome } from '../errors/nafida-error.js';
import { NetworkError } from '../errors/network-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { nativeFetch } from '../natives.js';
import { compareClocks } from '../present-time.js';
import type { ClientSettings } from './client-options.js';
import { publicRead, takeFirstRead } from './first-reads.js';
import type { PreparedRequest } from './prepare.js';
import type { Answer } from './read-answer.js';
import { takesEffect } from './takes-effect.js';
import { underSignals } from './under-signals.js';

/** One request and its whole answer. Throws `NetworkError`, `TimeoutError`, or the signal's reason. */
export async function fetchAnswer(
  { fetch, around }: ClientSettings,
  { operation, url, headers, body, fresh }: PreparedRequest,
  timeoutMs: number,
  { maybeSent, ...sent }: RequestOutcome,
  signal: AbortSignal,
): Promise<Answer> {
  // Without any network browsers give up before a byte has left.
  const mayLeave = globalThis.navigator?.onLine !== false;
  const outcome = {
    ...sent,
    maybeSent: maybeSent || (mayLeave && takesEffect(operation)),
  };
  return underSignals([signal], async (controller) => {
    const timer = setTimeout(
      () => controller.abort(new TimeoutError(outcome, Math.round(timeoutMs))),
      timeoutMs,
    );
    try {
      const isPlain = fetch === nativeFetch && !around;
      const mayBeBegun = isPlain && operation.method === 'GET' && !fresh;
      const early = mayBeBegun && (await takeFirstRead(url));
      const response =
        early ||
        (await fetch(url, {
          ...publicRead,
          method: operation.method,
          headers,
          body,
          signal: controller.signal,
          // Platforms without a cache refuse to be told anything of it.
          cache: fresh ? 'no-cache' : undefined,
        }));
      const { type, status, headers: answered } = response;
      compareClocks(answered);
      return { type, status, headers: answered, text: await response.text() };
    } catch (cause) {
      throw new NetworkError(outcome, cause);
    } finally {
      clearTimeout(timer);
    }
  });
}
