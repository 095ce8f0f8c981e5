import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDataDirectory } from './open-store.js';

describe('a store that is opened, be it by a server or by a command', () => {
  let path: string;
  before(async () => {
    path = await mkdtemp(join(tmpdir(), 'nafida-store-'));
  });
  after(() => rm(path, { recursive: true, force: true }));

  const open = () => {
    const fail = (error: unknown) => assert.fail(String(error));
    return openDataDirectory(path, {}, { onStep: () => {}, onUnfilled: fail });
  };

  it('fills what an older version left empty', async () => {
    const older = await open();
    await older.run('site create', {
      id: 'berkane',
      name: { fr: 'Berkane' },
      territory: { code: '02.113', vintage: 2024 },
    });
    const sessions = [{ id: 'forum', startDate: '2031-06-10', title: { fr: 'Forum' } }];
    await older.run('sessions import', { site: 'berkane', sessions });
    await older.endFilling();
    await sql`update session set words = null`.execute(older.database.reader);
    await older.close();

    const newer = await open();
    // The first portion is on its way, and is finished first.
    await newer.endFilling();
    const { words } = await newer.database.reader
      .selectFrom('session')
      .select('words')
      .executeTakeFirstOrThrow();
    await newer.close();
    assert.match(String(words), /forum/);
  });
});
