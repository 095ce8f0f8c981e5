// A standby of PostgreSQL carries what the public reads, and nobody is ever shown something older than what was acknowledged.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { propose, publish } from '../conformance/inputs.mjs';
import { makeProvince } from './province.mjs';

describe('a server with a read replica', () => {
  let province;
  let replica;
  let server;
  let api;
  before(async () => {
    province = await makeProvince('postgresql', { settings: ['log_statement=all'] });
    replica = await province.postgres.replica();
    server = await province.serve({ env: { DATABASE_READ_URL: replica.url } });
    api = await province.apiOf(server);
  });
  after(async () => {
    await province?.close();
    await replica?.stop();
  });

  let words = 0;
  /** Asks for what nobody has asked for yet, so that it has to be read. */
  const ask = () => api.value('listProposals', { query: { q: `mot${++words}` } });
  const readsOf = ({ log }) => log().split(/from "proposal"/).length;
  const until = async (isSo, what) => {
    for (let attempt = 0; !(await isSo()); attempt++) {
      assert.ok(attempt < 600, what());
      await delay(50);
    }
  };
  /** Asks until the reads go to one of the two. */
  const untilReadFrom = (one, other, name) =>
    until(
      async () => {
        const counts = [readsOf(one), readsOf(other)];
        await ask();
        // What a server logs arrives a little later.
        await delay(50);
        return readsOf(one) > counts[0] && readsOf(other) === counts[1];
      },
      () => `reads never went to the ${name}\n${server.log()}`,
    );
  const said = (state) =>
    until(
      async () => {
        await ask();
        return server.log().includes(`"replica":"${state}"`);
      },
      () => `the log never said "${state}"\n${server.log()}`,
    );
  const onReplica = async (query) => {
    const client = new pg.Client({ connectionString: replica.url });
    await client.connect();
    try {
      return await client.query(query);
    } finally {
      await client.end();
    }
  };
  const publishOne = async () => {
    const { reference } = await propose(api);
    await publish(api, reference);
    const { reference: read } = await api.value('getProposal', {
      parameters: { proposal: reference },
    });
    assert.equal(read, reference);
    const { items } = await api.value('listProposals');
    assert.equal(items[0].reference, reference);
  };

  it('reads there what the public sees', async () => {
    await publishOne();
    await untilReadFrom(replica, province.postgres, 'replica');
  });

  it('shows what was just written while the replica lags behind, then leaves it alone and says so', async () => {
    await onReplica('select pg_wal_replay_pause()');
    for (let time = 0; time < 5; time++) await publishOne();
    await untilReadFrom(province.postgres, replica, 'primary');
    await said('behind');
    await publishOne();
    await onReplica('select pg_wal_replay_resume()');
    await untilReadFrom(replica, province.postgres, 'replica');
    await said('asked again');
    await publishOne();
  });

  it('goes on while the replica is away, and comes back to it', async () => {
    await replica.stop();
    for (let time = 0; time < 3; time++) await publishOne();
    await said('away');
    await replica.start();
    await untilReadFrom(replica, province.postgres, 'replica');
    await publishOne();
  });

  it('refuses there what it refuses everywhere', async () => {
    for (let time = 0; time < 2; time++) {
      await api.refused('not_found', 'getProposal', { parameters: { proposal: '2026-222222' } });
      await api.refused('invalid_input', 'listProposals', { query: { limit: 0 } });
    }
    await untilReadFrom(replica, province.postgres, 'replica');
  });
});
