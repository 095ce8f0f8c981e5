import { sql } from 'kysely';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isDatabaseDown } from './database-errors.js';
import type { Database } from './database.js';
import { openEmbeddedDatabase } from './embedded.js';
import { migrate } from './migrate.js';

describe('the files of the embedded database', () => {
  let folder: string;
  let database: Database;
  const { fsyncSync } = fs;
  const instead = (sync: (descriptor: number) => void) => {
    fs.fsyncSync = sync;
    syncBuiltinESMExports();
  };
  const store = (name: string) =>
    database.reader.insertInto('server_setting').values({ name, value: '' }).execute();
  const stored = async () => {
    const rows = await database.reader.selectFrom('server_setting').select('name').execute();
    return rows.map(({ name }) => name);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nafida-test-'));
    database = await openEmbeddedDatabase(folder);
    await migrate(database.reader);
  });
  afterEach(async () => {
    instead(fsyncSync);
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are synced as PostgreSQL wants it: once for what is stored, never for what is read', async () => {
    const { rows } = await sql<{ setting: string }>`select name || ' ' || setting as setting
      from pg_settings where name in ('data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit',
        'wal_sync_method') order by name`.execute(database.reader);
    assert.deepEqual(
      rows.map(({ setting }) => setting),
      [
        'data_checksums on',
        'fsync on',
        'full_page_writes on',
        'synchronous_commit on',
        'wal_sync_method fsync',
      ],
    );
    // With the first sync go the names that the start has changed.
    await store('zero');
    let syncs = 0;
    instead((descriptor) => {
      syncs += 1;
      fsyncSync(descriptor);
    });
    await store('one');
    assert.equal(syncs, 1);
    await stored();
    assert.equal(syncs, 1);
  });

  it('do not prevent its start if a power cut left the mark of its process empty', async () => {
    await store('one');
    await database.close();
    await writeFile(join(folder, 'database', 'postmaster.pid'), '');
    database = await openEmbeddedDatabase(folder);
    assert.deepEqual(await stored(), ['one']);
  });

  it('cannot be synced: what was to be stored is refused, and nothing goes on as if it were', async () => {
    await store('one');
    instead(() => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    });
    await assert.rejects(store('two'), isDatabaseDown);
    await assert.rejects(stored(), isDatabaseDown);
    instead(fsyncSync);
    await assert.rejects(store('three'), isDatabaseDown);
    await database.close();
    database = await openEmbeddedDatabase(folder);
    assert.ok((await stored()).includes('one'));
    await store('four');
    assert.ok((await stored()).includes('four'));
  });
});

describe('the line before the embedded database', () => {
  it('lets the event loop go round often between two turns, so that connections are taken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nafida-test-'));
    const database = await openEmbeddedDatabase(folder);
    try {
      let rounds = 0;
      const count = () => {
        rounds += 1;
        next = setImmediate(count);
      };
      let next = setImmediate(count);
      const taken: number[] = [];
      const queries = Array.from({ length: 3 }, () =>
        sql`select 1`.execute(database.reader).then(() => taken.push(rounds)),
      );
      await Promise.all(queries);
      clearImmediate(next);
      const [first = 0, second = 0, third = 0] = taken;
      assert.ok(second - first >= 16 && third - second >= 16, `rounds: ${taken.join(', ')}`);
    } finally {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
