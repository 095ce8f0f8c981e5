import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isDatabaseDown, sqlStateOf } from './database-errors.js';
import type { Database } from './database.js';
import { migrate } from './migrate.js';
import { temporaryDatabase } from './temporary-database.test.support.js';

describe('the embedded database', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => ({ database, close } = await temporaryDatabase()));
  after(() => close());

  const setting = (name: string) =>
    database.reader
      .selectFrom('server_setting')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();

  it('gives counts as numbers and civil dates as they are written', async () => {
    const { rows } = await sql`select count(*) as count, date '2031-06-10' as day,
      timestamptz '2031-06-10T14:00:00Z' as instant from server_setting`.execute(database.reader);
    assert.deepEqual(rows, [
      { count: 0, day: '2031-06-10', instant: new Date('2031-06-10T14:00:00Z') },
    ]);
  });
  it('keeps a transaction to itself while others wait', async () => {
    const steps: string[] = [];
    const other = () => setting('x').then((row) => steps.push(`other: ${row?.value}`));
    let waiting: Promise<unknown> | undefined;
    await database.transaction(async (transaction) => {
      waiting = other();
      await transaction.insertInto('server_setting').values({ name: 'x', value: '1' }).execute();
      steps.push('inserted');
    });
    await waiting;
    assert.deepEqual(steps, ['inserted', 'other: 1']);
  });
  it('undoes what fails, and goes on', async () => {
    await assert.rejects(
      database.transaction(async (transaction) => {
        await transaction.insertInto('server_setting').values({ name: 'y', value: '1' }).execute();
        throw new Error('no');
      }),
      /no/,
    );
    assert.equal(await setting('y'), undefined);
    await assert.rejects(sql`select 1 / 0`.execute(database.reader), (error) => {
      assert.equal(sqlStateOf(error), '22012');
      return !isDatabaseDown(error);
    });
    assert.equal(await setting('y'), undefined);
  });
  it('runs a transaction again that was broken off in favour of another', async () => {
    let attempts = 0;
    const result = await database.transaction(async () => {
      attempts += 1;
      if (attempts < 3) throw Object.assign(new Error('deadlock'), { code: '40P01' });
      return attempts;
    });
    assert.equal(result, 3);
  });
  it('does not migrate back what a newer version made', async () => {
    await migrate(database.reader);
    const newer = { name: '9999-future', applied_at: new Date() };
    await database.reader.insertInto('migration').values(newer).execute();
    await assert.rejects(migrate(database.reader), /newer version.*9999-future/);
  });
});

it('tells a database that is away from a request that is wrong', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code });
  for (const code of ['ECONNREFUSED', '57P01', '08006', '53300', '55P03', '25006', 'ENOTFOUND']) {
    assert.ok(isDatabaseDown(withCode(code)), code);
  }
  for (const code of ['23505', '22021', '42P01', '40001']) {
    assert.ok(!isDatabaseDown(withCode(code)), code);
  }
  assert.ok(isDatabaseDown(new Error('Connection terminated unexpectedly')));
  assert.ok(isDatabaseDown(new Error('timeout exceeded when trying to connect')));
  assert.ok(!isDatabaseDown(new TypeError("Cannot read properties of undefined (reading 'x')")));
});
