import type { Consultation } from '@nafida/contract';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { commandsOn } from './commands-on.js';

const site = 'berkane';
const text = { fr: 'Texte' };

describe('the import of consultations', () => {
  let database: Database;
  let close: () => Promise<void>;
  let run: ReturnType<typeof commandsOn>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    run = commandsOn(database);
    const territory = { code: '02.113', vintage: 2024 } as const;
    await run('site create', { id: site, name: text, territory });
  });
  after(() => close());

  const importing = (axis: object) =>
    run('consultation import', {
      site,
      consultations: [{ id: 'c', title: text, axes: [{ id: 'a', title: text, ...axis }] }],
    });
  const stored = async (): Promise<Consultation['axes']> => {
    const row = await database.reader.selectFrom('consultation').select('axes').executeTakeFirst();
    return row!.axes;
  };

  it('keeps the examples of an axis, in the languages and the order they are given in', async () => {
    const examples = [{ ar: 'مثال', fr: 'Un exemple' }, { fr: 'Un autre' }];
    await importing({ examples });
    assert.deepEqual(await stored(), [{ id: 'a', title: text, description: null, examples }]);
    await importing({});
    assert.deepEqual((await stored())[0]?.examples, []);
  });

  it('refuses examples that are long or many, and names them', async () => {
    await importing({ examples: [{ fr: 'é'.repeat(150) }] });
    await assert.rejects(
      importing({ examples: [{ fr: 'Court' }, { ar: 'قصير', fr: 'é'.repeat(151) }] }),
      /axes\.0\.examples\.1.*150/,
    );
    await assert.rejects(
      importing({ examples: Array.from({ length: 6 }, () => text) }),
      /examples/,
    );
    await assert.rejects(importing({ examples: [{ de: 'Beispiel' }] }), /examples\.0/);
    assert.equal((await stored())[0]?.examples[0]?.fr?.length, 150);
  });
});
