/**
 * Runs `work` with its own controller, which is aborted together with any of `signals`. Settles as soon as the
 * controller is aborted, whether or not `work` listens. Leaves no listener behind, because signals live longer than
 * calls. `AbortSignal.any` is missing in browsers that people still use.
 */
export async function underSignals<Value>(
  signals: readonly (AbortSignal | undefined)[],
  work: (controller: AbortController) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const given = signals.filter((signal) => signal !== undefined);
  for (const signal of given) signal.throwIfAborted();
  const links = given.map((signal) => ({ signal, abort: () => controller.abort(signal.reason) }));
  for (const { signal, abort } of links) signal.addEventListener('abort', abort);
  try {
    return await Promise.race([aborted(controller.signal), work(controller)]);
  } finally {
    for (const { signal, abort } of links) signal.removeEventListener('abort', abort);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Waits `delayMs` milliseconds; rejects with the signal's reason when it is aborted first. */
export function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return underSignals(
    [signal],
    () =>
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, delayMs);
      }),
  ).finally(() => clearTimeout(timer));
}
