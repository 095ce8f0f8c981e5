import { sql } from 'kysely';
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commandsOn } from '../administration/commands-on.js';
import type { Database } from './database.js';
import { migrate } from './migrate.js';
import { temporaryDatabase } from './temporary-database.test.support.js';

/** Tables of the whole server, not of a site. */
const serverTables = new Set(['migration', 'server_setting', 'rate_limit']);

describe('the schema', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => ({ database, close } = await temporaryDatabase()));
  after(() => close());

  const rowsOf = async <Row>(query: string) =>
    (await sql.raw(query).execute(database.reader)).rows as Row[];

  it('can be spread by site: every unique index begins with it or holds it, keys begin with it', async () => {
    const indexes = await rowsOf<{ table: string; primary: boolean; columns: string[] }>(`
      select t.relname as table, i.indisprimary as primary,
        array_agg(a.attname::text order by k.place) as columns
      from pg_index i
      join pg_class t on t.oid = i.indrelid
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      cross join lateral unnest(i.indkey) with ordinality as k(attribute, place)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attribute
      where i.indisunique
      group by t.relname, i.indexrelid, i.indisprimary`);
    const tables = await rowsOf<{ table: string }>(
      `select tablename as table from pg_tables where schemaname = 'public'`,
    );
    const ofSites = tables.map(({ table }) => table).filter((table) => !serverTables.has(table));
    assert.ok(ofSites.length >= 9);
    for (const table of ofSites) {
      const own = indexes.filter((index) => index.table === table);
      assert.equal(own.find(({ primary }) => primary)?.columns[0], 'site', table);
      for (const { columns } of own) assert.ok(columns.includes('site'), `${table}: ${columns}`);
    }
  });

  it('can be spread by site: every foreign key holds it on both sides', async () => {
    const keys = await rowsOf<{ name: string; columns: string[]; foreign: string[] }>(`
      select c.conname as name,
        array(select attname::text from pg_attribute
          where attrelid = c.conrelid and attnum = any(c.conkey)) as columns,
        array(select attname::text from pg_attribute
          where attrelid = c.confrelid and attnum = any(c.confkey)) as foreign
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`);
    assert.ok(keys.length >= 7);
    for (const { name, columns, foreign } of keys) {
      assert.ok(columns.includes('site') && foreign.includes('site'), name);
    }
  });

  it('mends the order of meetings that were stored while Morocco was thought to stay at UTC+1', async () => {
    const run = commandsOn(database);
    await run('site create', {
      id: 'berkane',
      name: { fr: 'Berkane' },
      territory: { code: '02.113', vintage: 2024 },
    });
    const session = (
      id: string,
      startDate: string,
      startTime: string | null,
      timeZone: string,
    ) => ({
      ...{ id, startDate, startTime, timeZone, title: { fr: id } },
    });
    const sessions = [
      session('ramadan-2026', '2026-03-01', '15:00', 'Africa/Casablanca'),
      session('summer', '2026-09-19', '15:00', 'Africa/Casablanca'),
      session('on-the-day', '2026-09-20', '15:00', 'Africa/El_Aaiun'),
      session('winter', '2026-12-09', '15:00', 'Africa/Casablanca'),
      session('no-hour', '2026-12-09', null, 'Africa/Casablanca'),
      session('paris', '2026-12-09', '15:00', 'Europe/Paris'),
    ];
    await run('sessions import', { site: 'berkane', sessions });
    const beginnings = () => rowsOf(`select session, starts_at from session order by session`);
    const right = await beginnings();
    // As a server with older zone data stored them.
    await rowsOf(`update session set starts_at = starts_at - interval '1 hour'
      where session in ('on-the-day', 'winter', 'no-hour')`);
    await rowsOf(`delete from migration where name = '0015-hour-in-morocco'`);
    assert.notDeepEqual(await beginnings(), right);
    await migrate(database.reader);
    assert.deepEqual(await beginnings(), right);
  });

  it('can be divided by site, because it has no triggers and no rules', async () => {
    const triggers = await rowsOf(`select tgname from pg_trigger where not tgisinternal`);
    const rules = await rowsOf(`select rulename from pg_rules where schemaname = 'public'`);
    assert.deepEqual([triggers, rules], [[], []]);
  });

  it('can be spread by site: no statement joins rows of two', async () => {
    const sources = fileURLToPath(new URL('../../src/', import.meta.url));
    const names = await readdir(sources, { recursive: true });
    const joins = [];
    for (const name of names.filter((each) => /(?<!\.test)\.ts$/.test(each))) {
      const text = await readFile(join(sources, name), 'utf8');
      for (const { 0: found, index } of text.matchAll(
        /\b(?:inner|left|right|full|cross)\w*Join\(/gi,
      )) {
        const condition = text.slice(index, index + 300);
        joins.push(name);
        assert.match(condition, /\w\.site', (?:'=', )?'\w+\.site'/, `${name}: ${found}`);
      }
    }
    assert.ok(joins.length >= 7);
  });

  it('has no sequence: ids are made by the server', async () => {
    assert.deepEqual(await rowsOf(`select sequencename from pg_sequences`), []);
  });
});
