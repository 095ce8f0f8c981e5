import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { commandsOn } from './commands-on.js';

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

  it('names the places that answers give by their codes; a question that nobody can answer is refused', async () => {
    const run = commandsOn(database);
    const territory = { code: '02.113', vintage: 2024 } as const;
    await run('site create', { id: 'places', name: { fr: 'Berkane' }, territory });
    const asking = (within: string) =>
      run('consultation import', {
        site: 'places',
        consultations: [
          {
            id: 'roads',
            title: { fr: 'Routes' },
            axes: [{ id: 'all', title: { fr: 'Toutes' } }],
            questions: [
              {
                id: 'home',
                label: { fr: 'Où ?' },
                type: 'place',
                place: { level: 'commune', within },
              },
            ],
          },
        ],
      });
    await assert.rejects(asking('02.999'), /questions\.0\.place\.within|invalid_input/);
    await asking('02.113');
    const csv = await run('proposals export', { site: 'places' });
    assert.match(csv, /,answer_home,place_ar_home,place_fr_home\r\n$/);
  });
});
