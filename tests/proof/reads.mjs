// How many public reads a second, beside the HTTP library alone with the same bytes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../harness/tree.mjs';
import { makeProvince } from '../server/province.mjs';
import { watchHealth } from './health-watch.mjs';
import { keepAliveLoad } from './keep-alive-load.mjs';
import { fill } from './throughput.mjs';

const site = '/v1/sites/berkane';
/** Those who ask stand beside the server on the same two cores. */
const connections = 16;

const paths = {
  list: `${site}/proposals`,
  proposal: `${site}/proposals/p-7`,
  month: `${site}/sessions?from=2031-06-01&to=2031-06-30`,
  site,
  feed: `${site}/sessions.ics`,
  table: `${site}/proposals.csv?consultation=general`,
};

/**
 * Measures each kind of read, the library between two halves of it, so that whatever else the machine does meets both.
 *
 * @param {{ engine: 'embedded' | 'postgresql', seconds?: number }} options `seconds` of each half
 */
export async function measureReads({ engine, seconds = 3 }) {
  const province = await makeProvince(engine, { settings: ['fsync=on'] });
  try {
    await fill(province, 20_000);
    const server = await province.serve({ env: { NAFIDA_LOG_LEVEL: 'warn' } });
    const bare = await startBare(server.origin);
    try {
      const rows = {};
      for (const [kind, path] of Object.entries(paths)) {
        rows[kind] = await compare({ server, bare }, path, seconds);
      }
      const { headers } = await fetch(server.origin + paths.list);
      const known = { 'If-None-Match': headers.get('ETag') };
      rows.known = await compare({ server, bare }, paths.list, seconds, known);
      const similar = await keepAliveLoad(server.origin, {
        ...{ connections, seconds: 2 * seconds },
        pathOf: (index) =>
          `${site}/similar-proposals?title=th${index % 1000}+li${index % 313}+parc`,
      });
      assert.deepEqual(Object.keys(similar.statuses), ['200']);
      const health = watchHealth(server.origin);
      const crowd = await keepAliveLoad(server.origin, {
        ...{ connections: 2_000, seconds: 2 * seconds },
        pathOf: (index) => `${site}/proposals?q=th${index % 1000}+li${index % 313}`,
      });
      return { rows, similar, crowd, health: await health.end() };
    } finally {
      bare.end();
    }
  } finally {
    await province.close();
  }
}

async function startBare(origin) {
  const program = join(root, 'tests/proof/bare-hono.mjs');
  const running = spawn(process.execPath, [program, origin, ...Object.values(paths)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(running.stdout, 'data');
  return { origin: String(line).trim(), end: () => running.kill() };
}

async function compare({ server, bare }, path, seconds, headers = {}) {
  const ask = async (origin, asked) => {
    const load = { connections, seconds, pathOf: () => path, headers: asked };
    const { perSecond, statuses } = await keepAliveLoad(origin, load);
    assert.equal(Object.keys(statuses).length, 1, JSON.stringify(statuses));
    return perSecond;
  };
  await keepAliveLoad(server.origin, { connections, seconds: 0.5, pathOf: () => path });
  const first = await ask(server.origin, headers);
  const library = await ask(bare.origin, {});
  const second = await ask(server.origin, headers);
  const perSecond = (first + second) / 2;
  return { perSecond, library, share: perSecond / library };
}
