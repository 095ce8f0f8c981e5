// Promise: while its database is away the server says so at once and in the protocol's words; when it is back all goes
// on without help, and what was acknowledged before, meanwhile and after is there once.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { lineTo } from './database-line.mjs';
import { checkRefusal, startLoad } from './load.mjs';
import { Random } from './random.mjs';

/**
 * Takes the database away under load for a while; gives the figures, or throws when the promise is broken.
 *
 * @param {{ province: object, seconds: number, kind: 'cut' | 'silent', settings?: string }} options `cut`: connections
 *   are refused; `silent`: they are taken and nothing is answered, and those of before stay dead; `settings` are added
 *   to the address of the database
 */
export async function proveOutage({ province, seconds, kind, settings = '' }) {
  const line = await lineTo(province.storage.databaseUrl);
  try {
    const server = await province.serve({ databaseUrl: `${line.url}${settings}` });
    const load = await startLoad(province, server);
    await load.goesOn();
    if (kind === 'cut') line.cut();
    else line.silence();
    const { asked, longestMs } = await askMeanwhile(server, seconds);
    await line.mend();
    const recoveredMs = await load.goesOn();
    return { kind, seconds, asked, longestMs, recoveredMs, ...(await load.end()) };
  } finally {
    line.cut();
  }
}

/**
 * Ends PostgreSQL at instants drawn from `seed` without letting it finish anything, and starts it again; gives the
 * figures, or throws when the promise is broken.
 *
 * @param {{ province: object, restarts: number, seed: number }} options
 */
export async function proveRestarts({ province, restarts, seed }) {
  const random = new Random(seed);
  const load = await startLoad(province, await province.serve());
  const recoveries = [];
  for (let restart = 1; restart <= restarts; restart += 1) {
    await load.goesOn();
    await delay(random.next() * 300);
    await province.postgres.stop();
    await province.postgres.start();
    recoveries.push(await load.goesOn());
  }
  return { restarts, seed, recoveredMs: Math.max(...recoveries), ...(await load.end()) };
}

/** Reads while the database is away: every answer is a clear refusal, and the process itself is well. */
async function askMeanwhile({ origin }, seconds) {
  const until = performance.now() + seconds * 1_000;
  let asked = 0;
  let longestMs = 0;
  const ask = async (path) => {
    const startedAt = performance.now();
    const response = await fetch(`${origin}${path}`);
    longestMs = Math.max(longestMs, performance.now() - startedAt);
    asked += 1;
    assert.equal(response.status, 503, path);
    await checkRefusal(response);
  };
  const askAgain = async (path) => {
    while (performance.now() < until) {
      await ask(path);
      await delay(100);
    }
  };
  const isAlive = async () => {
    while (performance.now() < until) {
      assert.equal((await fetch(`${origin}/livez`)).status, 200);
      await delay(100);
    }
  };
  const sessions = '/v1/sites/berkane/sessions';
  await Promise.all([...['/readyz', sessions, `${sessions}/hall`].map(askAgain), isAlive()]);
  return { asked, longestMs };
}
