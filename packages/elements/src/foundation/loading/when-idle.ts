/**
 * Runs `task` once the browser has nothing else to do, or after 2 s; not at all when `signal` is aborted before. Nobody waits
 * for it: what it rejects with is dropped.
 */
export function whenIdle(signal: AbortSignal, task: () => void | Promise<void>): void {
  const run = () => {
    if (!signal.aborted) Promise.resolve(task()).catch(() => {});
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 2_000 });
  // https://caniuse.com/requestidlecallback: Safari.
  else setTimeout(run, 200);
}
