// The short form of `npm run proof`.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hasNginx } from '../harness/nginx.mjs';
import { engines, makeProvince } from '../server/province.mjs';
import { proveLaunchDay } from './launch-day.mjs';
import { proveRandomRun } from './random-run.mjs';
import { proveSeats } from './seats.mjs';
import { proveKills, proveLostAnswers } from './submissions.mjs';
import { proveLockMatters } from './without-lock.mjs';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

for (const engine of engines) {
  describe(`seats and proposals under crowds and faults (${engine})`, () => {
    let province;
    let servers;
    before(async () => {
      province = await makeProvince(engine);
      servers = [await province.serve()];
      if (engine === 'postgresql') servers.push(await province.serve());
    });
    after(() => province?.close());

    it('seats are given exactly, however many people ask at the same moment', async () => {
      const { confirmed, waiting } = await proveSeats({
        province,
        servers,
        people: 300,
        seats: 20,
      });
      assert.deepEqual([confirmed, waiting], [20, 280]);
    });
    it('proposals are there once, though every fifth answer is lost', async () => {
      const run = { province, servers, count: 150, share: 0.2, seed: 1 };
      const { lostAnswers } = await proveLostAnswers(run);
      assert.ok(lostAnswers > 0);
    });
    it('seats are what a simple model says after 20 random histories with a killed server', async () => {
      const { seeds: done, kills } = await proveRandomRun({ province, servers, seeds });
      assert.deepEqual([done, kills], [20, 1]);
    });
  });
}

for (const engine of engines) {
  it(`no proposal that was acknowledged is lost, though the server is killed four times (${engine})`, async () => {
    const province = await makeProvince(engine);
    try {
      const { repeated } = await proveKills({ province, count: 120, kills: 4, seed: 1 });
      assert.ok(repeated > 0, 'some were under way when it was killed');
    } finally {
      await province.close();
    }
  });
}

it('the proof of the seats fails without the lock', async () => {
  const { failure } = await proveLockMatters({ makeProvince, people: 200, seats: 20 });
  assert.ok(failure);
});

it(
  'all sites open on one day: nothing is lost or there twice, though a server dies, and the cache answers most',
  { skip: !hasNginx() && 'there is no nginx' },
  async () => {
    const province = await makeProvince('postgresql');
    try {
      const day = {
        sites: 40,
        reads: 100,
        proposals: 5,
        seconds: 12,
        limitSeconds: 1,
        shares: [1],
      };
      const { days } = await proveLaunchDay({ province, ...day });
      const [{ reads, proposals }] = days;
      assert.equal(proposals.receipts.length, 60);
      assert.equal(reads.answered, 1_200);
      assert.ok(reads.fromCache > 600, `${reads.fromCache} from the cache`);
      assert.equal(reads.statuses['200'], 1_200, JSON.stringify(reads.statuses));
    } finally {
      await province.close();
    }
  },
);
