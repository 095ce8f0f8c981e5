import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Database } from './database.js';
import { openEmbeddedDatabase } from './embedded.js';
import { temporaryDatabase } from './temporary-database.test.support.js';

describe('a copy of an embedded database', () => {
  let database: Database;
  let close: () => Promise<void>;
  let folder: string;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    folder = await mkdtemp(join(tmpdir(), 'nafida-copy-'));
  });
  after(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  /** In one transaction two rows that belong together, with enough text to fill pages. */
  const storePair = (number: number) =>
    database.transaction(async (transaction) => {
      for (const half of ['left', 'right']) {
        const value = `${number} ${'x'.repeat(2_000)}`;
        const name = `${half} ${number}`;
        await transaction.insertInto('server_setting').values({ name, value }).execute();
      }
    });

  const copy = async (name: string) => {
    assert.ok('files' in database.source);
    await database.source.files.copyTo(join(folder, name, 'database'));
    const copied = await openEmbeddedDatabase(join(folder, name));
    const rows = await copied.reader.selectFrom('server_setting').select('name').execute();
    await copied.close();
    return rows.map((row) => row.name);
  };

  it('holds what was stored before it was begun, in whole transactions, while more is stored', async () => {
    let stored = 0;
    for (; stored < 300; stored++) await storePair(stored);
    const atStart = stored;
    let isCopying = true;
    const writer = (async () => {
      for (; isCopying; stored++) await storePair(stored);
    })();
    const names = await copy('busy').finally(() => (isCopying = false));
    await writer;
    assert.ok(stored > atStart, 'what is stored does not wait for the copy');
    for (let number = 0; number < atStart; number++) assert.ok(names.includes(`left ${number}`));
    for (const name of names) {
      const [half, number] = name.split(' ');
      const other = half === 'left' ? 'right' : 'left';
      if (number) assert.ok(names.includes(`${other} ${number}`), name);
    }
  });

  it('can be made again, and two at once one after the other', async () => {
    const copies = await Promise.all([copy('one'), copy('other')]);
    for (const names of copies) assert.ok(names.includes('right 299'));
  });
});
