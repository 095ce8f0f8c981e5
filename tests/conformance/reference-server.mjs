import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAdministration, startServer } from '@nafida/server';
import pg from 'pg';
import { fakeObjectStorage } from '../harness/object-storage.mjs';
import { startPgbouncer } from '../harness/pgbouncer.mjs';
import { startPostgres } from '../harness/postgres.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { root } from '../harness/tree.mjs';

/** Proofs that cost nothing and no limits by address: both have tests of their own. */
const settings = {
  port: 0,
  log: false,
  proof: { cost: 1, attempts: 2, minSeconds: 0 },
  rateLimits: { requests: 1e6, reads: 1e6, writes: 1e6, siteWrites: 1e6, staff: 1e6 },
};

/** The reference server in this process, on a new embedded database that holds `world`. */
export async function startEmbedded(world) {
  return holding(world, await startServer({ ...settings, data: await temporaryFolder('data') }));
}

/** The same on a new PostgreSQL server. */
export async function startOnPostgres(world) {
  const postgres = await startPostgres();
  return startOn(world, { databaseUrl: postgres.url }, () => postgres.stop());
}

/** The same on a PostgreSQL server that shares out a few sessions by PgBouncer. */
export async function startBehindPgbouncer(world) {
  const postgres = await startPostgres();
  const pgbouncer = await startPgbouncer(postgres.url);
  return startOn(world, { databaseUrl: pgbouncer.url }, async () => {
    await pgbouncer.stop();
    await postgres.stop();
  });
}

/** The same with every table divided by site, and files in an object storage. */
export async function startDivided(world) {
  const postgres = await startPostgres();
  const { close } = await openAdministration({ databaseUrl: postgres.url });
  await close();
  await divideBySite(postgres.url);
  const storage = await fakeObjectStorage();
  const options = { databaseUrl: postgres.url, attachments: storage.settings };
  return startOn(world, options, async () => {
    assert.ok(storage.objects.size > 10, 'files are in the object storage');
    await storage.close();
    await postgres.stop();
  });
}

async function divideBySite(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(readFileSync(join(root, 'docs/samples/partition-by-site.sql'), 'utf8'));
  const { rows } = await client.query(`select count(*)::int as tables from pg_partitioned_table`);
  assert.ok(rows[0].tables > 15);
  await client.end();
}

async function startOn(world, options, closeOthers) {
  const secret = 'only for this test, and long enough';
  const server = await startServer({ ...settings, ...options, secret });
  const held = await holding(world, server);
  return {
    ...held,
    async close() {
      await held.close();
      await closeOthers();
    },
  };
}

/** Sets up what the suite asks for, with the commands that an administrator has. */
async function holding(world, { url, run, close }) {
  const staffTokens = {};
  for (const { privacy, holidays, consultations, sessions, ...site } of Object.values(world)) {
    await run('site create', site);
    await run('site privacy', { site: site.id, privacy });
    await run('site holidays', { site: site.id, holidays });
    await run('consultation import', { site: site.id, consultations });
    // Sessions come in as the protocol gives them.
    await run('sessions import', { site: site.id, sessions });
    staffTokens[site.id] = (await run('staff-token create', { site: site.id })).token;
  }
  return { baseUrl: url, fetch, staffTokens, close };
}
