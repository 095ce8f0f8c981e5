import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from './database.js';
import { openEmbeddedDatabase } from './embedded.js';
import { migrate } from './migrate.js';

const megabyte = 1_048_576;

describe('the log of an embedded database', () => {
  let folder: string;
  let database: Database;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nafida-log-'));
    database = await openEmbeddedDatabase(folder);
    await migrate(database.reader);
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Bytes of log that a crash would have repeated. */
  const logged = async () => {
    const { rows } = await sql<{ bytes: number }>`
      select (pg_current_wal_insert_lsn() - redo_lsn)::float8 as bytes
      from pg_control_checkpoint()`.execute(database.reader);
    return rows[0]!.bytes;
  };
  const store = async (times: number) => {
    for (let time = 0; time < times; time++) {
      await sql`insert into server_setting (name, value)
        select gen_random_uuid()::text, repeat(md5(random()::text), 50)
        from generate_series(1, 1000)`.execute(database.reader);
    }
  };
  const onDisk = async () => {
    const log = join(folder, 'database', 'pg_wal');
    const sizes = (await readdir(log)).map(async (name) => (await stat(join(log, name))).size);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };

  it('is used again, however much is stored without a restart', async () => {
    for (let round = 0; round < 5; round++) {
      await store(20);
      const deadline = Date.now() + 60_000;
      while ((await logged()) >= 16 * megabyte) {
        assert.ok(Date.now() < deadline, 'a checkpoint comes by itself');
        await delay(50);
      }
    }
    const { rows } = await sql<{ bytes: number }>`
      select (pg_current_wal_insert_lsn() - '0/0')::float8 as bytes`.execute(database.reader);
    assert.ok(rows[0]!.bytes > 150 * megabyte, 'more was logged than is kept');
    const kept = await onDisk();
    assert.ok(kept <= 112 * megabyte, `${kept} bytes`);
  });
});
