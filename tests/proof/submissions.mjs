// Promise: what the server acknowledged is there, whole and once, however often it is killed and answers are lost.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { idempotencyKeyHeader } from '@nafida/contract';
import { allPages, proposalFor } from '../conformance/inputs.mjs';
import { Random } from './random.mjs';
import { stubbornFetch } from './stubborn-fetch.mjs';

const senders = 8;

/**
 * Kills the server (`kill -9`) at instants drawn from `seed` while proposals are sent, and starts it again each time;
 * gives the figures, or throws when one that was acknowledged is not there as it was acknowledged.
 *
 * @param {{ province: object, count: number, kills: number, seed: number }} options
 */
export async function proveKills({ province, count, kills, seed }) {
  const random = new Random(seed);
  const line = stubbornFetch();
  let server = await province.serve();
  const { port } = server;
  const api = await province.apiOf(server, line.fetch);
  const sending = send({ apis: [api], count });
  const restarts = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    await sending.answered(Math.floor((count * kill) / (kills + 1)));
    await delay(random.next() * 20);
    await server.kill9();
    const startedAt = performance.now();
    server = await province.serve({ port });
    restarts.push(performance.now() - startedAt);
  }
  const receipts = await sending.done;
  const found = await findAll(api, receipts);
  await server.kill9();
  restarts.sort((one, other) => one - other);
  return {
    count,
    kills,
    seed,
    ...found,
    repeated: line.counts.repeated,
    medianRestartMs: restarts[restarts.length >> 1],
    longestRestartMs: restarts.at(-1),
  };
}

/**
 * Throws the answer of a share of all creates away after the server has acted; gives the figures, or throws when one
 * of the proposals is not there exactly once.
 *
 * @param {{ province: object, servers: object[], count: number, share: number, seed: number }} options
 */
export async function proveLostAnswers({ province, servers, count, share, seed }) {
  const random = new Random(seed);
  const line = stubbornFetch(({ headers }) =>
    idempotencyKeyHeader in headers && random.chance(share) ? 'lost_answer' : undefined,
  );
  const apis = await Promise.all(servers.map((server) => province.apiOf(server, line.fetch)));
  const startedAt = performance.now();
  const receipts = await send({ apis, count }).done;
  const seconds = (performance.now() - startedAt) / 1_000;
  const found = await findAll(apis[0], receipts);
  return { count, share, seed, seconds, ...found, lostAnswers: line.counts.lostAnswers };
}

/**
 * Sends proposals, several at a time, until there are `count` or it is told to stop. `answered(n)` resolves when so
 * many have been; `done` with all receipts.
 *
 * @param {{ apis: object[], count?: number }} options
 */
export function send({ apis, count = Infinity }) {
  const receipts = [];
  const awaited = [];
  let left = count;
  const work = async (sender) => {
    const api = apis[sender % apis.length];
    for (; left > 0; left -= 1) {
      const key = randomUUID();
      const body = proposalFor(api, { title: `مقترح رقم ${key}` });
      receipts.push(await api.value('createProposal', { key, body }));
      for (const { least, resolve } of awaited) if (receipts.length >= least) resolve();
    }
  };
  const done = Promise.all(Array.from({ length: senders }, (_, sender) => work(sender))).then(
    () => receipts,
  );
  const answered = (least) =>
    Promise.race([
      done,
      new Promise((resolve) => {
        if (receipts.length >= least) resolve();
        else awaited.push({ least, resolve });
      }),
    ]);
  return { answered, done, count: () => receipts.length, stop: () => (left = 0) };
}

/** Every receipt is found by its code, as it was given; gives how many are not stored, or stored beside it once more. */
export async function findAll(api, receipts) {
  for (const { trackingCode: token, ...content } of receipts) {
    const found = await api.value('getReceipt', { token });
    assert.deepEqual(found, { ...content, trackingCode: null });
  }
  const wanted = new Set(receipts.map(({ reference }) => reference));
  assert.equal(wanted.size, receipts.length, 'each has a reference of its own');
  const titles = new Set(receipts.map(({ title }) => title.text));
  const stored = (await allPages(api, 'listSubmissions'))
    .filter(({ title }) => titles.has(title.text))
    .map(({ reference }) => reference);
  const missing = [...wanted].filter((reference) => !stored.includes(reference)).length;
  const twice = stored.filter((reference) => !wanted.has(reference)).length;
  assert.deepEqual({ missing, twice }, { missing: 0, twice: 0 });
  return { missing, twice };
}
