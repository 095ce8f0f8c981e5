/**
 * Runs `task` once the browser has nothing else to do, or after 2 s; not at all when `signal` is aborted before. Nobody waits
 * for it: what it rejects with is dropped.
 */
export function whenIdle(signal: AbortSignal, task: () => void | Promise<void>): void {
  const run = () => {
    if (!signal.aborted) Promise.resolve(task()).catch(() => {});
  };
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: 2_000 });
    signal.addEventListener('abort', () => cancelIdleCallback(handle), { once: true });
    return;
  }
  // https://caniuse.com/requestidlecallback: Safari.
  const timer = setTimeout(run, 200);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
