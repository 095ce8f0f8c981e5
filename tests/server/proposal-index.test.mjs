import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from '@nafida/server';
import pg from 'pg';
import { startPostgres } from '../harness/postgres.mjs';
import { fillOf, stored } from './many-proposals.mjs';
import { plansOf, tellingPlans } from './query-plans.mjs';

describe(`${stored} published proposals`, () => {
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
    await client.query(fillOf('oriental'));
    await client.query('analyze proposal');
  });
  after(async () => {
    await client?.end();
    await server?.close();
    await postgres?.stop();
  });

  for (const path of [
    '/proposals',
    '/proposals?limit=100',
    '/proposals?sort=supported',
    '/proposals?sort=answered',
    '/proposals?consultation=c-1&sort=supported',
    '/proposals?consultation=none',
    '/proposals?axis=axis-2',
    '/proposals?axis=none',
    '/proposals?territory=02.411',
    '/proposals?territory=02.113.05.17&sort=supported',
    '/proposals?status=accepted',
    '/proposals?status=withdrawn',
    '/proposals?q=th777',
    '/proposals?q=li12+th3',
    '/proposals?q=nowhere',
    '/proposals/p-7',
    '/similar-proposals?title=Le+reseau+du+douar+th77',
    '/similar-proposals?title=li12+th3&consultation=c-1',
  ]) {
    it(`are read for ${path} from an index, page after page`, async () => {
      let cursor;
      const plans = await plansOf(postgres, client, /from "proposal"/, async () => {
        for (let page = 0; page < 2 && cursor !== null; page++) {
          const url = new URL(`${server.url}/v1/sites/oriental${path}`);
          if (cursor) url.searchParams.set('cursor', cursor);
          const answer = await fetch(url);
          assert.equal(answer.status, 200);
          cursor = (await answer.json()).nextCursor ?? null;
        }
      });
      assert.ok(plans.length > 0, 'the plans were seen');
      for (const plan of plans) assert.doesNotMatch(plan, /Seq Scan|Sort Method: external/);
    });
  }
});
