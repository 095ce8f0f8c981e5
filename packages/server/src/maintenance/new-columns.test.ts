import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { commandsOn } from '../administration/commands-on.js';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { fillNewColumns } from './new-columns.js';

describe('rows of an older version', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    const run = commandsOn(database);
    await run('site create', {
      id: 'berkane',
      name: { fr: 'Berkane' },
      territory: { code: '02.113', vintage: 2024 },
    });
    const sessions = Array.from({ length: 55 }, (_, number) => ({
      id: `session-${number}`,
      startDate: '2031-06-10',
      title: { fr: `Rencontre numéro ${number}` },
    }));
    await run('sessions import', { site: 'berkane', sessions });
  });
  after(() => close());

  const words = async () =>
    (await database.reader.selectFrom('session').select('words').orderBy('session').execute()).map(
      (row) => row.words,
    );

  it('get their search words in portions, and continue after an interruption', async () => {
    const whole = await words();
    await sql`update session set words = null`.execute(database.reader);
    const stopped = new AbortController();
    stopped.abort();
    await fillNewColumns(database, stopped.signal);
    assert.deepEqual(new Set(await words()), new Set([null]));
    await fillNewColumns(database, new AbortController().signal);
    assert.deepEqual(await words(), whole);
  });
});
