import { proofHeader } from '@nafida/contract/reads.js';
import { isNafidaError } from '../errors/is-nafida-error.js';
import type { RequestOutcome } from '../errors/nafida-error.js';
import { NetworkError } from '../errors/network-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { nativeFetch } from '../natives.js';
import { compareClocks } from '../present-time.js';
import type { ClientSettings } from './client-options.js';
import { publicRead, takeFirstRead } from './first-reads.js';
import type { PreparedRequest } from './prepare.js';
import { readAnswer, type Answer } from './read-answer.js';
import { delayBefore } from './retry-policy.js';
import { takesEffect } from './takes-effect.js';
import { pause, underSignals } from './under-signals.js';

/** The settings of {@link deliver} besides the request. */
export interface Delivery {
  /** Whether sending the request twice is harmless. */
  readonly repeatable: boolean;
  readonly proof: string | undefined;
  readonly signal: AbortSignal;
}

/** Sends a request, and again if that is safe and can help. Resolves with the checked answer. */
export async function deliver(
  settings: ClientSettings,
  request: PreparedRequest,
  { repeatable, proof, signal }: Delivery,
): Promise<unknown> {
  const { retry, timeoutMs } = settings;
  const start = performance.now();
  let maybeSent = false;
  for (let attempt = 1; ; attempt++) {
    const elapsedMs = performance.now() - start;
    const { idempotencyKey } = request;
    const url = request.url.replace(/\?.*/, '');
    const outcome = { maybeSent, idempotencyKey, url };
    const waitMs = attempt === 1 ? timeoutMs : Math.min(timeoutMs, retry.totalMs - elapsedMs);
    try {
      const answer = await fetchAnswer(settings, request, proof, waitMs, outcome, signal);
      return readAnswer(answer, request.operation, outcome);
    } catch (caught) {
      const error = await withReason(settings, request, caught, outcome);
      maybeSent ||= isNafidaError(error) && error.maybeSent;
      const spentMs = performance.now() - start;
      const delayMs = repeatable ? delayBefore(attempt + 1, error, spentMs, retry) : undefined;
      if (delayMs === undefined) throw error;
      await pause(delayMs, signal);
    }
  }
}

/**
 * `error`, with the reason why this page gets no answer, if there is a lasting one: then nothing of this attempt has
 * reached the server. The code is loaded after the first error; if it cannot be loaded, there is no connection.
 */
async function withReason(
  settings: ClientSettings,
  request: PreparedRequest,
  error: unknown,
  outcome: RequestOutcome,
): Promise<unknown> {
  if (!(error instanceof NetworkError) || error.offline) return error;
  // The browser knows nothing about what a custom `fetch` does.
  if (!globalThis.document || settings.fetch !== nativeFetch) return error;
  try {
    const { findNetworkErrorReason, siteAddress } = await import('./network-error-reason.js');
    const reason = await findNetworkErrorReason(
      siteAddress(settings),
      Object.keys(request.headers),
    );
    return reason ? new NetworkError(outcome, error.cause, reason) : error;
  } catch {
    return error;
  }
}

/** One request and its whole answer. Throws `NetworkError`, `TimeoutError`, or the signal's reason. */
async function fetchAnswer(
  { fetch }: ClientSettings,
  { operation, url, headers, body, fresh }: PreparedRequest,
  proof: string | undefined,
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
      const mayBeBegun = fetch === nativeFetch && operation.method === 'GET' && !fresh;
      const early = mayBeBegun && (await takeFirstRead(url));
      const response =
        early ||
        (await fetch(url, {
          ...publicRead,
          method: operation.method,
          headers: { ...headers, ...(proof !== undefined && { [proofHeader]: proof }) },
          body,
          signal: controller.signal,
          // Platforms without a cache reject this option.
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
