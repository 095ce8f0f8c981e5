import { proofHeader } from '@nafida/contract/reads.js';
import { isNafidaError } from '../errors/is-nafida-error.js';
import type { RequestOutcome } from '../errors/nafida-error.js';
import { NetworkError } from '../errors/network-error.js';
import { nativeFetch } from '../natives.js';
import type { ClientSettings } from './client-options.js';
import { fetchAnswer } from './fetch-answer.js';
import type { PreparedRequest } from './prepare.js';
import { readAnswer } from './read-answer.js';
import { delayBefore } from './retry-policy.js';
import { pause } from './under-signals.js';

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
  const { retry, timeoutMs, around } = settings;
  const { id, method } = request.operation;
  const url = request.url.replace(/\?.*/, '');
  const start = performance.now();
  const spentMs = () => performance.now() - start;
  let maybeSent = false;
  for (let number = 1; ; number++) {
    signal.throwIfAborted();
    const attempt = { operation: id, method, url, number };
    const outcome = { maybeSent, idempotencyKey: request.idempotencyKey, operation: id, url };
    const headers = { ...request.headers, ...(proof !== undefined && { [proofHeader]: proof }) };
    const waitMs = number === 1 ? timeoutMs : Math.min(timeoutMs, retry.totalMs - spentMs());
    const send = async (headers: PreparedRequest['headers']) => {
      const sent = { ...request, headers };
      const answer = await fetchAnswer(settings, sent, waitMs, outcome, signal);
      return { answer, value: readAnswer(answer, request.operation, outcome) };
    };
    try {
      const { value } = await (around ? around(send, headers, attempt, signal) : send(headers));
      return value;
    } catch (caught) {
      const error = await withReason(settings, request, caught, outcome);
      maybeSent ||= isNafidaError(error) && error.maybeSent;
      const delayMs = repeatable ? delayBefore(number + 1, error, spentMs(), retry) : undefined;
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
