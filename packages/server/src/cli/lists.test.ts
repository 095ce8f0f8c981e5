import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { commandsOn } from '../administration/commands-on.js';
import type { CommandInput } from '../administration/commands.js';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { sessionLines } from './lists.js';

const site = 'berkane';

describe('the agenda in a terminal', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
  });
  after(() => close());

  it('names the zone of a session whose hours are not those of Morocco', async () => {
    const run = commandsOn(database);
    const territory = { code: '02.113', vintage: 2024 } as const;
    await run('site create', { id: site, name: { fr: 'Berkane' }, territory });
    const create = (id: string, startTime: string | null, timeZone?: string) => {
      const content: CommandInput<'sessions create'>['content'] = {
        ...{ id, title: { fr: 'Rencontre' }, startDate: '2031-06-10' },
        ...(startTime !== null && { startTime }),
        ...(timeZone !== undefined && { timeZone }),
      };
      return run('sessions create', { site, content });
    };
    await create('hall', '18:00');
    await create('laayoune', '18:00', 'Africa/El_Aaiun');
    await create('lyon', '18:00', 'Europe/Paris');
    await create('day', null, 'Europe/Paris');
    const lines = sessionLines(await run('sessions list', { site })).split('\n');
    const hours = lines.map((line) => line.split('  ').slice(0, 3).join('  ')).sort();
    assert.deepEqual(hours, [
      'day  2031-06-10  Rencontre',
      'hall  2031-06-10  18:00',
      'laayoune  2031-06-10  18:00',
      'lyon  2031-06-10  18:00 (Europe/Paris)',
    ]);
  });
});
