import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { propose } from '../conformance/inputs.mjs';
import { startPostgres } from '../harness/postgres.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeProvince, Province } from '../server/province.mjs';
import { answerOf } from './answer-of.mjs';

/** What the last release stored, as `make-release-data.mjs` wrote it. */
const release = '0.1.0';
const secret = 'only for these tests, and long enough';

const read = (ending) => readFile(new URL(`release-${release}.${ending}`, import.meta.url), 'utf8');
const { codes, answers } = JSON.parse(await read('json'));

/** A place that the release filled. */
async function filledPlace(engine) {
  const dump = await read('sql');
  if (engine === 'postgresql') {
    const postgres = await startPostgres();
    await inPostgres(postgres.url, dump);
    return new Province({ databaseUrl: postgres.url }, codes.staff, postgres);
  }
  const dataDir = await temporaryFolder('data');
  await mkdir(join(dataDir, 'database'));
  const database = await PGlite.create({ dataDir: join(dataDir, 'database') });
  await database.exec(dump);
  await database.close();
  await writeFile(join(dataDir, 'secret'), secret, { mode: 0o600 });
  return new Province({ dataDir }, codes.staff, undefined);
}

async function inPostgres(connectionString, query) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query(query);
  } finally {
    await client.end();
  }
}

/** Whether all that was said then is said now; more may be. */
function assertSaysAll(now, then, where) {
  if (then === null || typeof then !== 'object') return assert.equal(now, then, where);
  if (Array.isArray(then)) assert.equal(now?.length, then.length, where);
  for (const [key, value] of Object.entries(then)) {
    assertSaysAll(now?.[key], value, `${where} ${key}`);
  }
}

async function assertSameAnswers(province, server) {
  for (const [path, then] of Object.entries(answers)) {
    const now = await answerOf(server.origin, path);
    assert.deepEqual([now.status, now.headers.get('Content-Type')], [then.status, then.type], path);
    const isJson = then.type.startsWith('application/json');
    if (isJson) assertSaysAll(JSON.parse(now.body), JSON.parse(then.body), path);
    else assert.equal(now.body, then.body, path);
  }
  const api = await province.apiOf(server);
  for (const token of codes.tracking) await api.value('getReceipt', { token });
  for (const token of codes.manage) await api.value('getRegistration', { token });
  const { items } = await api.value('listSubmissions', { query: { limit: 100 } });
  assert.equal(items.length, codes.tracking.length + 1);
  await propose(api);
}

for (const engine of engines) {
  describe(`what release ${release} stored (${engine})`, () => {
    it('is brought up to date, and read as before', async () => {
      const province = await filledPlace(engine);
      const server = await province.serve();
      assert.match(server.log(), /"place":16,"of":\d+,"msg":"bringing the database up to date"/);
      await assertSameAnswers(province, server);
      await province.close();
    });

    it('is so though the upgrade was killed again and again', async () => {
      const province = await filledPlace(engine);
      const logs = [];
      for (const step of [16, 17, 18, 19]) {
        logs.push(await province.killStartOnceItSays(`"place":${step},`));
      }
      assert.doesNotMatch(logs[0], /"msg":"listening"/, 'it was killed on the way');
      await assertSameAnswers(province, await province.serve());
      await province.close();
    });
  });
}

describe('processes of two versions on one PostgreSQL', () => {
  const future = `insert into migration values ('9999-of-a-newer-version', now())`;

  it('the older one serves nobody any more, and says why; it does not start again', async () => {
    const province = await makeProvince('postgresql');
    const server = await province.serve();
    const api = await province.apiOf(server);
    await propose(api);
    await inPostgres(province.storage.databaseUrl, future);
    let ready;
    for (let attempt = 0; attempt < 600 && ready?.status !== 503; attempt += 1) {
      await delay(100);
      ready = await fetch(`${server.origin}/readyz`);
    }
    assert.equal(ready.status, 503);
    assert.match((await ready.json()).detail, /newer version/);
    const list = await fetch(`${server.origin}/v1/sites/berkane/proposals`);
    assert.equal(list.status, 503);
    assert.match(server.log(), /a newer version of nafida-server has changed the database/);
    const { status, stderr } = await province.tryCommand('start', '--port', '0');
    assert.equal(status, 1);
    assert.match(stderr, /newer version of nafida-server \(9999-of-a-newer-version\)\. Install/);
    await province.close();
  });
});
