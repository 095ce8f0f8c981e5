import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from '@nafida/server';
import pg from 'pg';
import { startPostgres } from '../harness/postgres.mjs';
import { fill, stored } from './many-sessions.mjs';
import { plansOf, tellingPlans } from './query-plans.mjs';

describe(`an agenda of ${stored} sessions`, () => {
  let postgres;
  let server;
  let client;
  before(async () => {
    postgres = await startPostgres({ settings: tellingPlans });
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
      const plans = await plansOf(postgres, client, /from "session"/, async () => {
        const { status } = await fetch(`${server.url}/v1/sites/oriental${path}`);
        assert.equal(status, 200);
      });
      assert.ok(plans.length > 0, 'the plans were seen');
      for (const plan of plans) assert.doesNotMatch(plan, /Seq Scan/);
    });
  }
});
