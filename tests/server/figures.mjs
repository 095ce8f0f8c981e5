import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { startServer } from '@nafida/server';
import pg from 'pg';
import { startPostgres } from '../harness/postgres.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';

const settings = {
  port: 0,
  log: false,
  rateLimits: { requests: 1e6, reads: 1e6, writes: 1e6, siteWrites: 1e6, staff: 1e6 },
};
const secret = 'only for these figures, and long enough';
const site = { id: 'oriental', name: { fr: 'Oriental' }, territory: { code: '02', vintage: 2024 } };
const file = new URL('../../docs/benchmarks-server.md', import.meta.url);

async function onPostgres(fill) {
  const postgres = await startPostgres();
  const server = await startServer({ ...settings, databaseUrl: postgres.url, secret });
  await server.run('site create', site);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(fill);
  await client.query('analyze');
  await client.end();
  return { server, stop: () => postgres.stop() };
}

async function onEmbedded(fill) {
  const data = await temporaryFolder('figures');
  const first = await startServer({ ...settings, data });
  await first.run('site create', site);
  await first.close();
  const database = await PGlite.create(join(data, 'database'));
  await database.exec(fill);
  await database.exec('analyze');
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

/**
 * Asks every question on both engines once `fill` has run there, and writes the table under `heading` into
 * docs/benchmarks-server.md (`--print` shows it instead).
 *
 * @param {Record<string, { times: number, path: (at: number) => string }>} questions
 * @param {{ heading: string, about: string, fill: string, script: string, test: string }} options
 */
export async function writeFigures(questions, { heading, about, fill, script, test }) {
  const rows = Object.keys(questions).map((question) => [question]);
  for (const open of [onEmbedded, onPostgres]) {
    const { server, stop } = await open(fill);
    for (const row of rows) row.push(await measure(server.url, questions[row[0]]));
    await server.close();
    await stop();
  }
  const section = `# ${heading}

${about} Milliseconds over HTTP on one machine, one request after the other, server and asker in one process:
${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}. Written by \`node tests/server/${script}\`;
\`tests/server/${test}\` fails when one of these reads the whole table.

| Asked for | Embedded, median | p99 | PostgreSQL, median | p99 |
| --- | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
  if (process.argv.includes('--print')) {
    console.log(section);
    return;
  }
  const sections = (await readFile(file, 'utf8')).split(/(?=^# )/m);
  const at = sections.findIndex((each) => each.startsWith(`# ${heading}\n`));
  if (at >= 0) sections[at] = section;
  else sections.push(section);
  await writeFile(file, sections.map((each) => each.trim()).join('\n\n') + '\n');
}
