import { requestIdHeader } from '@nafida/contract/reads.js';
import { isNafidaError } from '../errors/is-nafida-error.js';
import type { Around, ClientHooks, EndedAttempt } from './client-hooks.js';
import type { ClientOptions, CoreOptions } from './client-options.js';
import { underSignals } from './under-signals.js';

/** Options with their hooks made ready to run. */
export function withHooks({ hooks, ...options }: ClientOptions): CoreOptions {
  return hooks ? { ...options, around: aroundOf(hooks) } : options;
}

function aroundOf({ headers, onAttempt }: ClientHooks): Around {
  return async (send, own, attempt, signal) => {
    const added = headers && (await underSignals([signal], async () => headers(attempt)));
    const start = performance.now();
    const tell = (came: Pick<EndedAttempt, 'status' | 'requestId' | 'error'>) => {
      const ended = { ...attempt, durationMs: performance.now() - start, ...came };
      // On its own: a receipt must not be lost because a log is full.
      if (onAttempt) queueMicrotask(() => onAttempt(ended));
    };
    try {
      const sent = await send(withAdded(own, added));
      const { status, headers: answered } = sent.answer;
      const requestId = answered.get(requestIdHeader) ?? undefined;
      tell({ status, requestId, error: undefined });
      return sent;
    } catch (error) {
      const known = isNafidaError(error) ? error : undefined;
      const status = known && 'status' in known ? known.status : undefined;
      tell({ status, requestId: known?.requestId, error });
      throw error;
    }
  };
}

function withAdded(
  own: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const names = Object.keys(own).map((name) => name.toLowerCase());
  const others = Object.entries(added).filter(([name]) => !names.includes(name.toLowerCase()));
  return { ...Object.fromEntries(others), ...own };
}
