// Nobody changes the record of what was done without its being noticed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openAdministration } from '@nafida/server';
import pg from 'pg';
import { propose, publish } from '../conformance/inputs.mjs';
import { makeProvince } from './province.mjs';

describe('the record of what staff did', () => {
  let province;
  let api;
  before(async () => {
    province = await makeProvince('postgresql');
    api = await province.apiOf(await province.serve());
    for (let time = 0; time < 3; time++) await publish(api, (await propose(api)).reference);
  });
  after(() => province?.close());

  const query = async (text, url = province.storage.databaseUrl) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await client.query(text);
    } finally {
      await client.end();
    }
  };

  it('is checked by a command, which gives a seal to note', async () => {
    const said = await province.command('audit', 'verify', 'berkane');
    const [, seal] = /^3 entries, none changed\. Seal: ([0-9a-f]{64})$/.exec(said);
    await publish(api, (await propose(api)).reference);
    const later = await province.command('audit', 'verify', 'berkane', '--seal', seal);
    assert.match(later, /^4 entries/);
    const other = await province.tryCommand('audit', 'verify', 'berkane', '--seal', 'a'.repeat(64));
    assert.equal(other.status, 2);
    assert.match(other.stderr, /No entry has this seal/);
  });

  it('shows at the command line and in the log of a server that somebody changed it', async () => {
    await query(`update audit set actor = 'Somebody else' where number = 2`);
    const { status, stderr } = await province.tryCommand('audit', 'verify', 'berkane');
    assert.equal(status, 2);
    assert.match(stderr, /entry 2 is not as it was written/);
    const server = await province.serve();
    for (let attempt = 0; !server.log().includes('"brokenAt":2'); attempt++) {
      assert.ok(attempt < 600, server.log());
      await delay(50);
    }
  });

  it('cannot be changed by mistake by the user that the server runs as', async () => {
    await query('create role plain login');
    await query('create database plain owner plain');
    const url = new URL(province.storage.databaseUrl);
    url.username = 'plain';
    url.pathname = '/plain';
    const { close } = await openAdministration({ databaseUrl: url.href });
    await close();
    for (const change of ['update audit set actor = null', 'delete from audit', 'truncate audit']) {
      await assert.rejects(query(change, url.href), /permission denied/);
    }
  });
});
