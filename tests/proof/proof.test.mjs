// The short form of `npm run proof`.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, makeProvince } from '../server/province.mjs';
import { proveRandomRun } from './random-run.mjs';
import { proveSeats } from './seats.mjs';
import { proveLockMatters } from './without-lock.mjs';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

for (const engine of engines) {
  describe(`seats under crowds and faults (${engine})`, () => {
    let province;
    let servers;
    before(async () => {
      province = await makeProvince(engine);
      servers = [await province.serve()];
      if (engine === 'postgresql') servers.push(await province.serve());
    });
    after(() => province?.close());

    it('are given out exactly, whoever comes at the same moment', async () => {
      const { confirmed, waiting } = await proveSeats({
        province,
        servers,
        people: 300,
        seats: 20,
      });
      assert.deepEqual([confirmed, waiting], [20, 280]);
    });
    it('are what a simple model says after 20 random histories with a killed server', async () => {
      const { seeds: done, kills } = await proveRandomRun({ province, servers, seeds });
      assert.deepEqual([done, kills], [20, 1]);
    });
  });
}

it('the proof of the seats fails without the lock', async () => {
  const { failure } = await proveLockMatters({ makeProvince, people: 200, seats: 20 });
  assert.ok(failure);
});
