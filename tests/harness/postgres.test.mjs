import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';

test('a temporary PostgreSQL answers, is empty, and is gone after stop', async () => {
  const postgres = await startPostgres();
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => {}); // the server leaves before the client does
  await client.connect();
  const version = await client.query('SHOW server_version_num');
  assert.ok(Number(version.rows[0].server_version_num) >= 150_000);
  const tables = await client.query(
    "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'",
  );
  assert.equal(tables.rows[0].tables, 0);

  await postgres.stop();
  const late = new pg.Client({ connectionString: postgres.url });
  await assert.rejects(late.connect(), /ENOENT|ECONNREFUSED/);
});
