// Promise: when the disk is full the server says so in the protocol's words; when there is room again all goes on, and
// what was acknowledged is there once.
import assert from 'node:assert/strict';
import pg from 'pg';
import { smallDisk } from '../harness/small-disk.mjs';
import { makeProvince } from '../server/province.mjs';
import { startLoad } from './load.mjs';

const megabytes = 240;
/** Room that is left, in bytes, so that a few proposals more are too many. */
const spare = {
  // What the server keeps back for its log, and a little.
  embedded: 64 * 1_048_576 + 200_000,
  files: 100_000,
  log: 8_000_000,
};

/**
 * Fills the disk of the database under load and makes room again; gives the figures, or throws when the promise is
 * broken; undefined where no small file system may be mounted.
 *
 * @param {{ engine: 'embedded' | 'postgresql', kind?: 'files' | 'log' }} options which of PostgreSQL's files find no
 *   room: those with the data, or its log, whose lack ends it (it is started again once there is room)
 */
export async function proveFullDisk({ engine, kind }) {
  const disk = await smallDisk(megabytes);
  if (!disk) return undefined;
  let province;
  try {
    province = await makeProvince(engine, { folder: disk.folder });
    const server = await province.serve();
    const load = await startLoad(province, server);
    await load.goesOn();
    await disk.fill(spare[kind ?? engine]);
    if (kind === 'log') await beginLogSegment(province);
    await load.refused();
    const readable = kind !== 'log';
    if (readable) await readOn(server);
    await disk.makeRoom();
    if (!readable) {
      await province.postgres.stop();
      await province.postgres.start();
    }
    const recoveredMs = await load.goesOn();
    return { readable, recoveredMs, ...(await load.end()) };
  } finally {
    await province?.close();
    disk.release();
  }
}

/** Asks PostgreSQL for a new file for its log, for which there is no room. */
async function beginLogSegment(province) {
  const client = new pg.Client({ connectionString: province.storage.databaseUrl });
  client.on('error', () => {});
  await client.connect();
  await client.query('select pg_switch_wal()').catch(() => {});
  await client.end().catch(() => {});
}

async function readOn({ origin }) {
  for (const path of ['/livez', '/readyz', '/v1/sites/berkane/sessions', '/v1/sites/berkane']) {
    assert.equal((await fetch(`${origin}${path}`)).status, 200, path);
  }
}
