import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { commandsOn } from '../administration/commands-on.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { record } from './audit.js';

describe('the record of what staff did', () => {
  let database: Database;
  let close: () => Promise<void>;
  const sites = ['berkane', 'oujda'];
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    for (const id of sites) {
      const territory = { code: '02.113', vintage: 2024 } as const;
      await commandsOn(database)('site create', { id, name: { fr: id }, territory });
    }
  });
  after(() => close());

  const about = (site: string) => ({ site, reference: '2026-7K4QM2' });
  const verify = (seal?: string) =>
    commandsOn(database)('audit verify', { site: 'berkane', ...(seal && { seal }) });
  const run = (statement: string) => sql.raw(statement).execute(database.reader);
  /** As somebody would who has the database in hand. */
  const changed = async (statement: string, check: () => Promise<void>) => {
    for (const table of ['audit', 'audit_head']) {
      await run(`create table kept_${table} as select * from ${table}`);
    }
    await run(statement);
    await check();
    await run('truncate audit, audit_head');
    for (const table of ['audit', 'audit_head']) {
      await run(`insert into ${table} select * from kept_${table}`);
      await run(`drop table kept_${table}`);
    }
  };

  it('is only ever added to: the server refuses all else', async () => {
    await database.transaction((transaction) =>
      record(transaction, about('berkane'), {
        by: 'Amina',
        action: 'refused',
        detail: 'off_topic',
      }),
    );
    const { reader } = database;
    await assert.rejects(
      reader.updateTable('audit').set({ actor: 'Somebody else' }).execute(),
      /only ever added to/,
    );
    await assert.rejects(
      database.transaction((transaction) => transaction.deleteFrom('audit').execute()),
      /only ever added to/,
    );
    const entries = await reader.selectFrom('audit').select(['actor', 'detail']).execute();
    assert.deepEqual(entries, [{ actor: 'Amina', detail: 'off_topic' }]);
  });

  it('seals each entry with the one before, though several are written at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        database.transaction((transaction) =>
          record(transaction, about(sites[index % 2]!), {
            by: index % 3 === 0 ? null : 'Amina "\u001f" أمينة\n',
            action: 'published',
          }),
        ),
      ),
    );
    const { entries, seal } = await verify();
    assert.equal(entries, 7);
    assert.match(seal, /^[0-9a-f]{64}$/);
    assert.deepEqual(await verify(seal), { entries, seal });
  });

  for (const [what, statement, at] of [
    ['an entry is changed', `update audit set actor = 'Somebody' where number = 3`, 3],
    ['a date is moved', `update audit set at = at - interval '1 day' where number = 3`, 3],
    ['an entry is taken out', `delete from audit where number = 4`, 4],
    ['the last entries are taken out', `delete from audit where number > 5`, 6],
    [
      'an entry is put in',
      `insert into audit select site, 'x', at, actor, action, proposal, detail, 8, seal
        from audit where number = 7;
        update audit_head set number = 8`,
      8,
    ],
  ] as const) {
    it(`shows where ${what}`, () =>
      changed(statement.split(';')[0]!, async () => {
        for (const more of statement.split(';').slice(1)) await run(more);
        await assert.rejects(verify(), new RegExp(`entry ${at} is not as it was written`));
      }));
  }

  it('shows by a seal that was noted that the end was cut off together with the head', async () => {
    const noted = (await verify()).seal;
    await changed(`delete from audit where site = 'berkane' and number > 5`, async () => {
      await run(`update audit_head set (number, seal) = (
        select number, seal from audit where site = 'berkane' and number = 5)
        where site = 'berkane'`);
      assert.equal((await verify()).entries, 5);
      await assert.rejects(verify(noted), /No entry has this seal/);
    });
  });

  it('is sealed if an older version wrote it', async () => {
    const before = await verify();
    const order = `select site, entry from audit order by site, at, entry`;
    const { rows: entries } = await run(order);
    await run(`alter table audit drop column number, drop column seal`);
    await run(`drop table audit_head`);
    await run(`create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$`);
    await run(`create trigger audit_stays before update or delete or truncate on audit
      for each statement execute function refuse_change()`);
    await run(`delete from migration where name = '0020-audit-chain'`);
    await migrate(database.reader);
    assert.equal((await verify()).entries, before.entries);
    await database.transaction((transaction) =>
      record(transaction, about('berkane'), { by: null, action: 'withdrawn' }),
    );
    assert.equal((await verify()).entries, before.entries + 1);
    assert.deepEqual(
      (
        await run(`select site, entry from audit where number <= 7
      and action <> 'withdrawn' order by site, at, entry`)
      ).rows,
      entries,
    );
  });
});
