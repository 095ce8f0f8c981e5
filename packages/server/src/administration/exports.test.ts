import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { commandsOn } from './commands.js';

describe('an export', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => ({ database, close } = await temporaryDatabase()));
  after(() => close());

  it('begins with the mark by which spreadsheets know UTF-8, also when it is empty', async () => {
    const run = commandsOn(database);
    const territory = { code: '02.113', vintage: 2024 } as const;
    await run('site create', { id: 'berkane', name: { fr: 'Berkane' }, territory });
    const csv = await run('proposals export', { site: 'berkane' });
    assert.match(csv, /^\uFEFFreference,received_at,[\w,]+\r\n$/);
    await assert.rejects(
      run('registrations export', { site: 'berkane', session: 'none' }),
      /no session "none"/,
    );
  });
});
