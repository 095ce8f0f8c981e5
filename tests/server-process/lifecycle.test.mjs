import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPostgres } from '../harness/postgres.mjs';
import { runServerCommand, startServer } from '../harness/server.mjs';

const SITE = ['site', 'create', 'berkane', '--territory', '02.113', '--name-fr', 'Berkane'];

for (const { where, prepare } of [
  { where: 'its embedded database', prepare: async () => ({ stop: async () => {} }) },
  {
    where: 'PostgreSQL',
    async prepare() {
      const postgres = await startPostgres();
      return { databaseUrl: postgres.url, stop: postgres.stop };
    },
  },
]) {
  test(`on ${where} the server keeps what it acknowledged through kill -9, and ends well when asked`, async () => {
    const { databaseUrl, stop } = await prepare();
    const first = await startServer({ databaseUrl });
    const storage = { databaseUrl, dataDir: first.dataDir };
    const made = await runServerCommand(SITE, storage);
    assert.equal(made.status, 0, made.stderr);
    await first.kill9();

    const second = await startServer({ ...storage, port: first.port });
    const answer = await fetch(`${second.origin}/v1/sites/berkane`);
    assert.equal(answer.status, 200, second.log());
    assert.equal(await second.stop(), 0, second.log());
    await assert.rejects(fetch(`${second.origin}/livez`));
    await stop();
  });
}
