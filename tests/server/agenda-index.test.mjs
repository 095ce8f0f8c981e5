import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startServer } from '@nafida/server';
import pg from 'pg';
import { startPostgres } from '../harness/postgres.mjs';
import { fill, stored } from './many-sessions.mjs';

describe(`an agenda of ${stored} sessions`, () => {
  let postgres;
  let server;
  let client;
  before(async () => {
    postgres = await startPostgres({
      settings: ['session_preload_libraries=auto_explain', 'auto_explain.log_min_duration=0'],
    });
    server = await startServer({
      port: 0,
      log: false,
      databaseUrl: postgres.url,
      secret: 'only for this test, and long enough',
    });
    const territory = { code: '02', vintage: 2024 };
    await server.run('site create', { id: 'oriental', name: { fr: 'Oriental' }, territory });
    client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(fill);
    await client.query('analyze session');
  });
  after(async () => {
    await client?.end();
    await server?.close();
    await postgres?.stop();
  });

  /** What PostgreSQL did with the tables of sessions while `work` ran, in its own words. */
  async function plansOf(work) {
    const begin = postgres.log().length;
    await work();
    const mark = `mark-${begin}`;
    await client.query(`select '${mark}'`);
    while (!postgres.log().slice(begin).includes(mark)) await delay(10);
    return postgres
      .log()
      .slice(begin)
      .split(/(?=LOG: )/)
      .filter((entry) => /from "session"/.test(entry));
  }

  const month = 'from=2031-06-01&to=2031-06-30';
  for (const path of [
    '/sessions',
    `/sessions?${month}`,
    `/sessions?${month}&limit=100`,
    `/sessions?${month}&territory=02.411`,
    `/sessions?${month}&type=online`,
    `/sessions?${month}&audience=youth`,
    `/sessions?${month}&q=theme77`,
    '/sessions?q=theme777',
    '/sessions?series=series-40',
    '/sessions?parent=s-1',
    '/sessions/s-7',
    `/sessions.ics?${month}`,
    `/sessions.ics?${month}&territory=02.113.05.17`,
    '/sessions/s-7.ics',
  ]) {
    it(`answers ${path} from an index`, async () => {
      const plans = await plansOf(async () => {
        const { status } = await fetch(`${server.url}/v1/sites/oriental${path}`);
        assert.equal(status, 200);
      });
      assert.ok(plans.length > 0, 'the plans were seen');
      for (const plan of plans) assert.doesNotMatch(plan, /Seq Scan/);
    });
  }
});
