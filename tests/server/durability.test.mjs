import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { allPages, proposalFor } from '../conformance/inputs.mjs';
import { engines, makeProvince } from './province.mjs';

const rounds = 3;
const perRound = 60;
const senders = 6;

for (const engine of engines) {
  describe(`a server killed while people send (${engine})`, () => {
    let province;
    before(async () => (province = await makeProvince(engine)));
    after(() => province?.close());

    it('has lost nothing it acknowledged, and takes what it had not exactly once', async () => {
      /** By idempotency key: the receipt that was given, undefined while there is none. */
      const receipts = new Map();
      let port;
      for (let round = 1; round <= rounds; round += 1) {
        const server = await province.serve({ port });
        ({ port } = server);
        const api = await province.apiOf(server);
        await findAll(api, receipts);

        const requests = Array.from({ length: perRound }, () => ({
          key: randomUUID(),
          body: proposalFor(api, { title: `مقترح رقم ${randomUUID()}` }),
        }));
        const proofs = await Promise.all(requests.map(() => api.proof('createProposal')));
        const killAfter = Math.floor((perRound * round) / (rounds + 1));
        await sendUntilKilled(api, requests, proofs, receipts, killAfter, server);
        const lost = requests.filter(({ key }) => !receipts.get(key));
        assert.ok(lost.length > 0, 'the server died before it had answered all');

        // As a phone does on a bad line: the same request again, with the proof that may be spent already.
        const again = await province.serve({ port });
        const after = await province.apiOf(again);
        for (const [index, request] of requests.entries()) {
          const answer = await after.value('createProposal', { ...request, proof: proofs[index] });
          const given = receipts.get(request.key);
          if (given) assert.deepEqual(answer, given);
          receipts.set(request.key, answer);
        }
        await findAll(after, receipts);
        await again.kill9();
      }
      assert.equal(receipts.size, rounds * perRound);
    });
  });
}

/** Sends with several senders at once; kills the server when so many have been answered. */
async function sendUntilKilled(api, requests, proofs, receipts, killAfter, server) {
  const waiting = [...requests.entries()];
  let answered = 0;
  let killed;
  const send = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, request] = next;
      receipts.set(request.key, undefined);
      try {
        const receipt = await api.value('createProposal', { ...request, proof: proofs[index] });
        receipts.set(request.key, receipt);
        answered += 1;
      } catch (error) {
        assert.ok(killed, error);
        return;
      }
      if (answered >= killAfter) killed ??= delay(Math.random() * 5).then(() => server.kill9());
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
  await killed;
}

/** Every receipt is found by its code, whole; and there is no proposal beside them. */
async function findAll(api, receipts) {
  const given = [...receipts.values()];
  for (const receipt of given) {
    const { trackingCode: token, ...content } = receipt;
    const found = await api.value('getReceipt', { token });
    assert.deepEqual(found, { ...content, trackingCode: null });
  }
  const stored = await allPages(api, 'listSubmissions');
  assert.deepEqual(
    stored.map(({ reference }) => reference).sort(),
    given.map(({ reference }) => reference).sort(),
  );
}
