import { startServer } from '@nafida/server';
import { startPostgres } from '../harness/postgres.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';

/** Proofs that cost nothing and no limits by address: both have tests of their own. */
const settings = {
  port: 0,
  log: false,
  proof: { cost: 1, attempts: 2, leastSeconds: 0 },
  rateLimits: { requests: 1e6, reads: 1e6, writes: 1e6, siteWrites: 1e6, staff: 1e6 },
};

/** The reference server in this process, on a new embedded database that holds `world`. */
export async function startEmbedded(world) {
  return holding(world, await startServer({ ...settings, data: await temporaryFolder('data') }));
}

/** The same on a new PostgreSQL server. */
export async function startOnPostgres(world) {
  const postgres = await startPostgres();
  const server = await startServer({
    ...settings,
    databaseUrl: postgres.url,
    secret: 'only for this test, and long enough',
  });
  const held = await holding(world, server);
  return {
    ...held,
    async close() {
      await held.close();
      await postgres.stop();
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
