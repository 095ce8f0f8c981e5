import { setTimeout as delay } from 'node:timers/promises';

const passing = new Set([429, 502, 503, 504]);
// Ten thousand in one line on a busy machine take their time.
const patienceMs = 900_000;

/**
 * `fetch` as a phone on a bad line does it: what was not answered is sent again, letter for letter, with the same
 * idempotency key, until there is an answer. `errorOf` says what goes wrong with the next try: `lost_answer` (the
 * server acts, its answer is thrown away), `cut` (the connection breaks while the request is under way) or nothing.
 *
 * @param {(init: RequestInit) => 'lost_answer' | 'cut' | undefined} [errorOf]
 * @param {(problem: Response | Error) => Promise<void> | void} [onProblem] sees each answer that is not taken; what it
 *   throws is the end
 */
export function stubbornFetch(errorOf = () => undefined, onProblem = () => {}) {
  const counts = { requests: 0, repeated: 0, lostAnswers: 0, cut: 0 };
  const tryOnce = async (url, init, simulated) => {
    if (simulated === 'cut') {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), Math.random() * 3);
      const response = await fetch(url, { ...init, signal: controller.signal });
      return response;
    }
    const response = await fetch(url, init);
    if (simulated !== 'lost_answer') return response;
    await response.arrayBuffer();
    throw new TypeError('The answer was lost.');
  };
  const stubborn = async (url, init) => {
    const giveUpAt = Date.now() + patienceMs;
    let simulated = errorOf(init);
    counts.requests += 1;
    for (let waitMs = 20; ; waitMs = Math.min(waitMs * 2, 1_000)) {
      if (simulated === 'lost_answer') counts.lostAnswers += 1;
      if (simulated === 'cut') counts.cut += 1;
      let problem;
      try {
        const response = await tryOnce(url, init, simulated);
        if (!(await mayPass(response))) return response;
        problem = response;
      } catch (error) {
        problem = error;
      }
      await onProblem(problem);
      if (Date.now() > giveUpAt) throw new Error(`${url} was never answered`, { cause: problem });
      simulated = undefined;
      counts.repeated += 1;
      await delay(waitMs * (0.5 + Math.random()));
    }
  };
  return { fetch: stubborn, counts };
}

/** Whether sending it again can help, as the client of `@nafida/client` judges it. */
async function mayPass(response) {
  if (passing.has(response.status)) return true;
  if (response.status !== 409) return false;
  return (await response.clone().json()).code === 'idempotency_in_flight';
}
