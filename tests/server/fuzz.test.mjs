// The short form of `npm run proof -- --only fuzz`.
import { after, before, describe, it } from 'node:test';
import { proveFuzz } from '../proof/fuzz.mjs';
import { engines, makeProvince } from './province.mjs';

const count = 2_000;
const seed = Number(process.env.FUZZ_SEED ?? 20261122);

for (const engine of engines) {
  describe(`${count} malicious requests (${engine}, FUZZ_SEED=${seed})`, () => {
    let province;
    let server;
    before(async () => {
      province = await makeProvince(engine);
      server = await province.serve();
    });
    after(() => province?.close());

    it('get no server error, only problems of the contract, and change nothing', async () => {
      await proveFuzz({ province, server, count, seed });
    });
  });
}
