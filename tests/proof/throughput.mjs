// How many requests a second two cores carry with 100,000 stored proposals.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { idempotencyKeyHeader, proofHeader } from '@nafida/contract';
import pg from 'pg';
import { proposalFor } from '../conformance/inputs.mjs';
import { holdToShare } from '../harness/processor-share.mjs';
import { fillOf, stored } from '../server/many-proposals.mjs';
import { makeProvince } from '../server/province.mjs';

const site = 'berkane';
const atATime = 16;
/** The server's own cost of checking a proof, while finding one is quick. */
const proofs = { NAFIDA_PROOF_COST: '5000', NAFIDA_LOG_LEVEL: 'warn' };

/**
 * Measures creates, lists and searches for similar ones; gives a row of figures for each number of server processes.
 *
 * @param {{ engine: 'embedded' | 'postgresql', requests?: number }} options `requests` of each kind
 */
export async function measureThroughput({ engine, requests = 2_000 }) {
  const rows = [];
  for (const processes of engine === 'postgresql' ? [1, 2] : [1]) {
    const province = await makeProvince(engine, { settings: ['fsync=on'] });
    try {
      await fill(province);
      const servers = [];
      for (let index = 0; index < processes; index += 1) {
        servers.push(await province.serve({ env: proofs }));
      }
      rows.push({ processes, ...(await measureAll(province, servers, requests)) });
    } finally {
      await province.close();
    }
  }
  return { stored, rows };
}

/**
 * Measures the same with ever more server processes on one PostgreSQL, each held to a share of a processor: so small that
 * asker and database, which share the machine with them, keep what they need.
 *
 * @param {{ percent?: number, requests?: number }} options `percent` of one processor; `requests` of each kind and process
 */
export async function measureScale({ percent = 15, requests = 400 }) {
  const rows = [];
  const province = await makeProvince('postgresql', { settings: ['fsync=on'] });
  try {
    await fill(province);
    const servers = [];
    for (const processes of [1, 2, 4]) {
      while (servers.length < processes) {
        const server = await province.serve({ env: proofs });
        // What has just started is slow at first, and the slower the less it may have.
        await measureAll(province, [server], requests);
        holdToShare(server.pid, percent);
        servers.push(server);
      }
      rows.push({ processes, ...(await measureAll(province, servers, requests * processes)) });
    }
  } finally {
    await province.close();
  }
  return { percent, rows };
}

/** Gives the province's site so many published proposals; no server may run on it yet. */
export async function fill({ storage }, count = stored) {
  if (storage.databaseUrl) {
    const client = new pg.Client({ connectionString: storage.databaseUrl });
    await client.connect();
    await client.query(fillOf(site, count));
    await client.query('vacuum analyze');
    await client.end();
    return;
  }
  const database = await PGlite.create(join(storage.dataDir, 'database'));
  await database.exec(fillOf(site, count));
  await database.exec('vacuum analyze');
  await database.close();
}

async function measureAll(province, servers, requests) {
  const path = `/v1/sites/${site}`;
  const read = (url) => async (origin, index) => {
    const response = await fetch(`${origin}${path}${url(index)}`);
    await response.arrayBuffer();
    assert.equal(response.status, 200);
  };
  const api = await province.apiOf(servers[0]);
  const creates = Math.ceil(requests / 2);
  const ready = [];
  await together(creates, async () => ready.push(await api.proof('createProposal')));
  const create = async (origin, index) => {
    const response = await fetch(`${origin}${path}/proposals`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        [idempotencyKeyHeader]: randomUUID(),
        [proofHeader]: ready[index],
      },
      body: JSON.stringify(proposalFor(api, { title: `مقترح رقم ${randomUUID()}` })),
    });
    await response.arrayBuffer();
    assert.equal(response.status, 201);
  };
  const similar = (index) => `/similar-proposals?title=th${index % 1000}+li${index % 313}+parc`;
  return {
    list: await measure(
      servers,
      requests,
      read(() => '/proposals'),
    ),
    similar: await measure(servers, requests, read(similar)),
    create: await measure(servers, creates, create),
  };
}

/** Several at a time; the first ones, before which nothing is warm, are not counted. */
async function measure(servers, count, ask) {
  const taken = [];
  const warm = Math.ceil(count / 10);
  let startedAt;
  await together(count, async (index) => {
    if (index === warm) startedAt = performance.now();
    const began = performance.now();
    await ask(servers[index % servers.length].origin, index);
    if (index >= warm) taken.push(performance.now() - began);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  taken.sort((one, other) => one - other);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return { perSecond: taken.length / seconds, p50: at(0.5), p99: at(0.99) };
}

async function together(count, work) {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
