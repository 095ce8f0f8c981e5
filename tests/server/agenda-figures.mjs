#!/usr/bin/env node
// How long an agenda of 100,000 sessions takes to answer, over HTTP, on both engines; writes docs/benchmarks-server.md.
//   node tests/server/agenda-figures.mjs [--print]
// Two minutes on two cores. --print shows the table instead of writing it.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { startServer } from '@nafida/server';
import pg from 'pg';
import { startPostgres } from '../harness/postgres.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { fill, stored } from './many-sessions.mjs';

const settings = { port: 0, log: false, rateLimits: { reads: 1e6, writes: 1e6, siteWrites: 1e6 } };
const secret = 'only for these figures, and long enough';
const site = { id: 'oriental', name: { fr: 'Oriental' }, territory: { code: '02', vintage: 2024 } };

const month = (at) => {
  const first = new Date(Date.UTC(2029, at % 58, 1));
  const last = new Date(Date.UTC(2029, (at % 58) + 1, 0));
  return `from=${first.toISOString().slice(0, 10)}&to=${last.toISOString().slice(0, 10)}`;
};
const questions = {
  'a month, first 100': { times: 200, path: (at) => `/sessions?${month(at)}&limit=100` },
  'a month of one commune': {
    times: 200,
    path: (at) => `/sessions?${month(at)}&limit=100&territory=02.113.05.17`,
  },
  'words, in five years': { times: 200, path: (at) => `/sessions?q=theme${at % 1000}` },
  'a feed of one month, about 1,650 entries': {
    times: 30,
    path: (at) => `/sessions.ics?${month(at)}`,
  },
};

async function onPostgres() {
  const postgres = await startPostgres();
  const options = { ...settings, databaseUrl: postgres.url, secret };
  const server = await startServer(options);
  await server.run('site create', site);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(fill);
  await client.query('analyze session');
  await client.end();
  return { server, stop: () => postgres.stop() };
}

async function onEmbedded() {
  const data = await temporaryFolder('figures');
  const first = await startServer({ ...settings, data });
  await first.run('site create', site);
  await first.close();
  const database = await PGlite.create(join(data, 'database'));
  await database.exec(fill);
  await database.exec('analyze session');
  await database.close();
  return { server: await startServer({ ...settings, data }), stop: async () => {} };
}

async function measure(url, { times, path }) {
  const taken = [];
  for (let at = -5; at < times; at++) {
    const began = performance.now();
    const response = await fetch(`${url}/v1/sites/${site.id}${path(at + 5)}`);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path(at + 5)}: ${response.status}`);
    if (at >= 0) taken.push(performance.now() - began);
  }
  taken.sort((one, other) => one - other);
  const part = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return `${part(0.5).toFixed(1)} | ${part(0.99).toFixed(1)}`;
}

const rows = Object.keys(questions).map((question) => [question]);
for (const open of [onEmbedded, onPostgres]) {
  const { server, stop } = await open();
  for (const row of rows) row.push(await measure(server.url, questions[row[0]]));
  await server.close();
  await stop();
}

const text = `# The agenda with ${stored.toLocaleString('en')} sessions

One site, five years. Milliseconds over HTTP on one machine, one request after the other, server and asker in one process:
${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}. Written by \`node tests/server/agenda-figures.mjs\`;
\`tests/server/agenda-index.test.mjs\` fails when one of these reads the whole table.

| Asked for | Embedded, median | p99 | PostgreSQL, median | p99 |
| --- | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
if (process.argv.includes('--print')) console.log(text);
else await writeFile(new URL('../../docs/benchmarks-server.md', import.meta.url), text);
process.exit(0);
