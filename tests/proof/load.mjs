import assert from 'node:assert/strict';
import { problemIn } from '../conformance/api.mjs';
import { stubbornFetch } from './stubborn-fetch.mjs';
import { findAll, send } from './submissions.mjs';

/** People who send proposals, one after the other, and take no problem but one that says when to come again. */
export async function startLoad(province, server) {
  let refused = 0;
  let tell;
  const hasRefused = new Promise((resolve) => (tell = resolve));
  const line = stubbornFetch(undefined, async (problem) => {
    if (problem instanceof Error) throw problem;
    await checkRefusal(problem.clone());
    refused += 1;
    tell();
  });
  const api = await province.apiOf(server, line.fetch);
  const sending = send({ apis: [api] });
  // Told to whoever waits for it below; here nobody does yet.
  sending.done.catch(() => {});
  return {
    /** Resolves once the first has been refused. */
    refused: () => Promise.race([hasRefused, sending.done]),
    /** Resolves once a few more have been acknowledged; gives the milliseconds until the first of them. */
    async goesOn() {
      const startedAt = performance.now();
      await sending.answered(sending.count() + 1);
      const ms = performance.now() - startedAt;
      await sending.answered(sending.count() + 20);
      return ms;
    },
    async end() {
      sending.stop();
      const receipts = await sending.done;
      return { acknowledged: receipts.length, refused, ...(await findAll(api, receipts)) };
    },
  };
}

/** Whether it is clear that the database is away, and when to come again. */
export async function checkRefusal(response) {
  const { status, headers } = response;
  const { code } = problemIn({ status, headers, text: await response.text() });
  if (code === 'idempotency_in_flight') return;
  assert.equal(code, 'unavailable');
  assert.ok(Number(headers.get('Retry-After')) > 0, 'says when to come again');
}
