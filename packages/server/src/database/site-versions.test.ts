import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from './database.js';
import { publishedOf, SharedVersions } from './site-versions.js';
import { temporaryDatabase } from './temporary-database.test.support.js';

describe('versions that several processes share', () => {
  /** Each query is answered when it is told to be. */
  function shared() {
    const queries: { sites: readonly string[]; answer(version: string): void; fail(): void }[] = [];
    const versions = new SharedVersions(
      (sites) =>
        new Promise((settle, refuse) => {
          queries.push({
            sites,
            answer: (version) => settle(new Map(sites.map((site) => [site, version]))),
            fail: () => refuse(new Error('gone')),
          });
        }),
    );
    return { versions, queries };
  }
  const turn = () => new Promise((settle) => setImmediate(settle));

  it('are asked for once for all that wait, never by a query that is under way', async () => {
    const { versions, queries } = shared();
    const first = versions.current('a');
    await turn();
    const others = ['a', 'b', 'a'].map((site) => versions.current(site));
    await turn();
    assert.equal(queries.length, 1);
    queries[0]?.answer('1');
    assert.equal(await first, '1');
    await turn();
    assert.deepEqual([...queries[1]!.sites].sort(), ['a', 'b']);
    queries[1]?.answer('2');
    assert.deepEqual(await Promise.all(others), ['2', '2', '2']);
    assert.equal(queries.length, 2);
  });

  it('are asked for again after a query that failed', async () => {
    const { versions, queries } = shared();
    const first = versions.current('a');
    await turn();
    const second = versions.current('a');
    queries[0]?.fail();
    await assert.rejects(first, /gone/);
    await turn();
    queries[1]?.answer('1');
    assert.equal(await second, '1');
  });
});

describe('a write that the public sees', () => {
  let database: Database;
  let close: () => Promise<void>;
  const site = (id: string) => ({
    site: id,
    name: '{"fr":"A"}',
    territory_code: '02',
    territory_vintage: 2024 as const,
    locales: ['fr'],
    origins: [],
    privacy_hash: null,
    holidays: '[]',
    demonstration: false,
  });

  before(async () => ({ database, close } = await temporaryDatabase()));
  after(() => close());

  const stored = async () => {
    const rows = await database.reader.selectFrom('site_version').selectAll().execute();
    return Object.fromEntries(rows.map((row) => [row.site, row.version]));
  };

  it('moves the versions of its sites, and of no other', async () => {
    await database.transaction((transaction) =>
      transaction
        .insertInto('site')
        .values([site('a'), site('b'), site('c')])
        .execute(),
    );
    const before = await stored();
    const held = await Promise.all(['a', 'b', 'c'].map((id) => database.versions.current(id)));
    assert.deepEqual(Object.keys(before).sort(), ['a', 'b', 'c']);
    await database.transaction(async (transaction) => {
      await transaction
        .updateTable('site')
        .set({ demonstration: true })
        .where('site', '=', 'a')
        .execute();
      await transaction.deleteFrom('site').where('site', '=', 'b').execute();
    });
    const now = await stored();
    assert.notEqual(now.a, before.a);
    assert.notEqual(now.b, before.b);
    assert.equal(now.c, before.c);
    const then = await Promise.all(['a', 'b', 'c'].map((id) => database.versions.current(id)));
    assert.deepEqual(
      then.map((version, index) => version === held[index]),
      [false, false, true],
    );
  });

  it('moves the version of what is published, unless it is a support', async () => {
    const versions = () =>
      Promise.all(['a', publishedOf('a')].map((name) => database.versions.current(name)));
    const change = (values: { supports: number } | { moderation: 'published' }) =>
      database.transaction((transaction) =>
        transaction
          .updateTable('proposal')
          .set(values)
          .where('site', '=', 'a')
          .where('reference', '=', 'none')
          .execute(),
      );
    const first = await versions();
    await change({ supports: 1 });
    const supported = await versions();
    assert.notEqual(supported[0], first[0]);
    assert.equal(supported[1], first[1]);
    await change({ moderation: 'published' });
    const published = await versions();
    assert.notEqual(published[0], supported[0]);
    assert.notEqual(published[1], supported[1]);
  });

  it('changes it too if another statement begins with it', async () => {
    const before = await stored();
    await database.transaction((transaction) =>
      transaction
        .with('changed', (query) =>
          query.updateTable('site').set({ origins: [] }).where('site', '=', 'a').returning('site'),
        )
        .selectFrom('changed')
        .selectAll()
        .execute(),
    );
    assert.notEqual((await stored()).a, before.a);
  });

  it('changes it too if an insert begins with another statement', async () => {
    const before = await stored();
    await database.transaction((transaction) =>
      transaction
        .with('changed', (query) =>
          query.updateTable('site').set({ origins: [] }).where('site', '=', 'a'),
        )
        .insertInto('server_setting')
        .values({ name: 'with a change', value: '' })
        .execute(),
    );
    assert.notEqual((await stored()).a, before.a);
  });

  it('takes its version back when it is taken back', async () => {
    const before = await stored();
    const failed = database.transaction(async (transaction) => {
      await transaction.updateTable('site').set({ origins: [] }).where('site', '=', 'a').execute();
      throw new Error('no');
    });
    await assert.rejects(failed, /no/);
    assert.deepEqual(await stored(), before);
  });

  it('cannot be made if no version changes, nor without its site', async () => {
    const { reader } = database;
    await assert.rejects(
      reader.updateTable('site').set({ origins: [] }).where('site', '=', 'a').execute(),
      /in a transaction/,
    );
    await assert.rejects(
      database.transaction((transaction) => transaction.deleteFrom('proposal').execute()),
      /must name its site/,
    );
  });
});
