import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { commandsOn } from '../administration/commands.js';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { record } from './audit.js';

describe('the record of what staff did', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    await commandsOn(database)('site create', {
      id: 'berkane',
      name: { fr: 'Berkane' },
      territory: { code: '02.113', vintage: 2024 },
    });
  });
  after(() => close());

  it('is only ever added to: the database refuses all else', async () => {
    const about = { site: 'berkane', reference: '2026-7K4QM2' };
    await database.transaction((transaction) =>
      record(transaction, about, { by: 'Amina', action: 'refused', detail: 'off_topic' }),
    );
    const { reader } = database;
    await assert.rejects(
      reader.updateTable('audit').set({ actor: 'Somebody else' }).execute(),
      /only ever added to/,
    );
    await assert.rejects(reader.deleteFrom('audit').execute(), /only ever added to/);
    const entries = await reader.selectFrom('audit').select(['actor', 'detail']).execute();
    assert.deepEqual(entries, [{ actor: 'Amina', detail: 'off_topic' }]);
  });
});
