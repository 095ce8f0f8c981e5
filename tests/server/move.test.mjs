import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { png, upload } from '../conformance/files.mjs';
import { propose, publish, register } from '../conformance/inputs.mjs';
import { startPostgres } from '../harness/postgres.mjs';
import { startServer } from '../harness/server.mjs';
import { makeProvince } from './province.mjs';

const hashIn = (text) => /Content hash: ([0-9a-f]{64})/.exec(text)?.[1];

describe('a move from a data directory to PostgreSQL', () => {
  let province;
  let server;
  let postgres;
  let receipt;
  let withPhoto;
  let registration;
  before(async () => {
    province = await makeProvince('embedded');
    postgres = await startPostgres();
    server = await province.serve();
    const api = await province.apiOf(server);
    receipt = await propose(api, { author: { name: 'ليلى', email: 'leila@example.org' } });
    const token = await upload(api, png(), { consultation: 'general' });
    withPhoto = await propose(api, { attachments: [{ token }] });
    await publish(api, withPhoto.reference);
    registration = await register(api, 'hall');
  });
  after(async () => {
    await province?.close();
    await postgres?.stop();
  });

  const query = async (text) => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      return await client.query(text);
    } finally {
      await client.end();
    }
  };

  it('is refused while the server runs: what people send would be missing', async () => {
    const { status, stderr } = await province.tryCommand('move', '--to', postgres.url);
    assert.equal(status, 2);
    assert.match(stderr, /is running.*Stop it first/);
    await server.stop();
  });

  it('is refused if other tables exist, or if it is not PostgreSQL', async () => {
    await query('create table of_somebody_else (id integer)');
    const full = await province.tryCommand('move', '--to', postgres.url);
    assert.deepEqual([full.status, /of_somebody_else/.test(full.stderr)], [2, true], full.stderr);
    await query('drop table of_somebody_else');
    const wrong = await province.tryCommand('move', '--to', 'mysql://db/nafida');
    assert.deepEqual([wrong.status, /postgresql:/.test(wrong.stderr)], [2, true], wrong.stderr);
  });

  it('brings everything there, says what to set, and leaves the old data as they are', async () => {
    const told = await province.command('move', '--to', postgres.url);
    assert.match(told, /DATABASE_URL/);
    const { dataDir } = province.storage;
    assert.ok(told.includes(join(dataDir, 'secret')), told);
    const secret = (await readFile(join(dataDir, 'secret'), 'utf8')).trim();
    const moved = await startServer({
      databaseUrl: postgres.url,
      env: { NAFIDA_SECRET: secret, NAFIDA_PROOF_COST: '1', NAFIDA_PROOF_SECONDS_MIN: '0' },
    });
    const api = await province.apiOf(moved);
    const read = await api.value('getReceipt', { token: receipt.trackingCode });
    assert.deepEqual(read.body, receipt.body);
    const mine = await api.value('getRegistration', { token: registration.manageToken });
    assert.equal(mine.doorCode, registration.doorCode);
    const headers = { Authorization: `Bearer ${withPhoto.trackingCode}` };
    const [{ path, bytes }] = withPhoto.attachments;
    const download = await api.send('HEAD', path, { headers });
    assert.equal(download.headers.get('Content-Length'), String(bytes));
    await propose(api);
    await moved.stop();
    assert.ok(hashIn(told));
    const old = await province.apiOf(await province.serve());
    const same = await old.value('getReceipt', { token: receipt.trackingCode });
    assert.deepEqual(same.body, read.body);
  });

  it('is refused if there are data already', async () => {
    const other = await makeProvince('embedded');
    const { status, stderr } = await other.tryCommand('move', '--to', postgres.url);
    assert.deepEqual([status, /data here already/.test(stderr)], [2, true], stderr);
    await other.close();
  });
});
