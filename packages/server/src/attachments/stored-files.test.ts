import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { commandsOn } from '../administration/commands-on.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { ProblemError } from '../operations/problem-error.js';
import { contentOf, storeContent } from './stored-content.js';
import { requireRoom } from './untaken-room.js';

const site = 'berkane';

describe('files in the database', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    const run = commandsOn(database);
    const text = { fr: 'Texte' };
    const territory = { code: '02.113', vintage: 2024 } as const;
    await run('site create', { id: site, name: text, territory });
    const axes = [{ id: 'a', title: text }];
    await run('consultation import', { site, consultations: [{ id: 'c', title: text, axes }] });
  });
  after(() => close());

  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  const file = async (attachment: string, changes = {}) => {
    const row = {
      ...{ site, attachment, consultation: 'c', question: null, media_type: 'image/png' as const },
      ...{ bytes: 10, sha256: '', received: 0, state: 'receiving' as const, refusal: null },
      ...{ token_hash: attachment, created_at: minutesAgo(0), sender: 'one' },
      ...{ proposal: null, position: null, description: null, object: null, object_sha256: null },
      ...changes,
    };
    await database.reader.insertInto('attachment').values(row).execute();
    return row;
  };
  const read = async (attachment: string, from: number, to: number) => {
    const stored = { site, attachment, bytes: 600_000, object: null, object_sha256: null };
    const pieces: Uint8Array[] = [];
    for await (const piece of contentOf(database.reader, null, stored, { from, to })) {
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  };
  const content = Buffer.from(Uint8Array.from({ length: 600_000 }, (_value, at) => (at * 7) >> 3));

  it('lie in pieces, and any part of them can be read', async () => {
    await file('pieces');
    await database.transaction((transaction) =>
      storeContent(transaction, { site, attachment: 'pieces' }, content),
    );
    const { rows } = await sql<{ length: number }>`select length(content) as length
      from attachment_content where attachment = 'pieces' order by start`.execute(database.reader);
    assert.deepEqual(
      rows.map(({ length }) => length),
      [262_144, 262_144, 75_712],
    );
    for (const [from, to] of [
      [0, 600_000],
      [262_140, 524_300],
      [599_999, 600_000],
    ] as const) {
      assert.ok((await read('pieces', from, to)).equals(content.subarray(from, to)));
    }
    await assert.rejects(read('pieces', 0, 600_001));
  });
  it('that were stored whole are moved into pieces', async () => {
    await file('whole');
    await file('small');
    const old = [
      `delete from migration where name = '0019-attachment-pieces'`,
      `delete from attachment_content`,
      `alter table attachment_content drop column start`,
      `alter table attachment_content add primary key (site, attachment)`,
      `alter table attachment drop column sender`,
    ];
    for (const statement of old) await sql.raw(statement).execute(database.reader);
    const store = (attachment: string, bytes: Buffer) =>
      sql`insert into attachment_content (site, attachment, content)
        values (${site}, ${attachment}, ${bytes})`.execute(database.reader);
    await store('whole', content);
    await store('small', content.subarray(0, 3));
    await migrate(database.reader);
    assert.ok((await read('whole', 0, content.length)).equals(content));
    assert.ok((await read('small', 0, 3)).equals(content.subarray(0, 3)));
    const { rows } = await sql`select 1 from attachment_content`.execute(database.reader);
    assert.equal(rows.length, 4);
  });

  describe('that no proposal has taken', () => {
    const limits = { site: 1_000, sender: 500 };
    const mayGrow = async (row: Awaited<ReturnType<typeof file>>, bytes: number) => {
      try {
        await database.transaction((transaction) => requireRoom(transaction, row, bytes, limits));
        return true;
      } catch (error) {
        assert.ok(error instanceof ProblemError && error.problem.code === 'rate_limited');
        return false;
      }
    };

    it('take no room by being announced', async () => {
      await database.transaction((transaction) =>
        transaction.deleteFrom('attachment').where('site', '=', site).execute(),
      );
      for (let at = 0; at < 400; at++) await file(`announced-${at}`, { bytes: 5_000_000 });
      assert.equal(await mayGrow(await file('honest'), 500), true);
    });
    it('take only the space that one address may have', async () => {
      await file('received', { received: 400 });
      assert.equal(await mayGrow(await file('more'), 101), false);
      assert.equal(await mayGrow(await file('other', { sender: 'two' }), 101), true);
    });
    it('make room when they are old and the site is full', async () => {
      await file('two', { received: 500, sender: 'two' });
      const asks = await file('asks', { sender: 'three', created_at: minutesAgo(60) });
      assert.equal(await mayGrow(asks, 200), false);
      await file('old', { received: 300, sender: 'four', created_at: minutesAgo(31) });
      assert.equal(await mayGrow(asks, 100), true);
      const left = await database.reader.selectFrom('attachment').select('attachment').execute();
      const names = left.map(({ attachment }) => attachment);
      assert.ok(names.includes('asks') && names.includes('two') && !names.includes('old'));
    });
  });
});
