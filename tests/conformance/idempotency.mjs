import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { idempotencyReplayedHeader } from '@nafida/contract';
import { allPages, proposalFor, publish, register, registrationFor } from './inputs.mjs';

const replayed = ({ headers }) => headers.get(idempotencyReplayedHeader);

/** The same create sent again: on purpose, by a bad line, or twice at once. */
export function describeIdempotency(sites) {
  const countSubmissions = async () => (await allPages(sites.main, 'listSubmissions')).length;

  describe('a create with an idempotency key', () => {
    it('happens once; sent again, the same answer comes with its secrets and says so', async () => {
      const key = randomUUID();
      const proof = await sites.main.proof('createProposal');
      const request = { body: proposalFor(sites.main), key, proof };
      const first = await sites.main.call('createProposal', request);
      assert.deepEqual([first.status, replayed(first)], [201, null]);
      const count = await countSubmissions();
      for (let again = 0; again < 3; again++) {
        const answer = await sites.main.call('createProposal', request);
        assert.deepEqual([answer.status, replayed(answer)], [201, 'true']);
        assert.deepEqual(answer.json, first.json);
      }
      assert.equal(await countSubmissions(), count);
    });
    it('is recognised whatever white space or order of keys it is written with', async () => {
      const key = randomUUID();
      const body = proposalFor(sites.main, { author: { name: 'Ali', nameVisible: true } });
      const first = await sites.main.call('createProposal', { body, key });
      const reversed = Object.fromEntries(Object.entries(body).reverse());
      const again = await sites.main.call('createProposal', {
        rawBody: JSON.stringify({ ...reversed, title: `  ${body.title} ` }, null, 2),
        key,
      });
      assert.deepEqual([replayed(again), again.json], ['true', first.json]);
    });
    it('is answered as before also after staff have decided', async () => {
      const key = randomUUID();
      const request = { body: proposalFor(sites.main), key };
      const first = await sites.main.value('createProposal', request);
      await publish(sites.main, first.reference);
      assert.deepEqual(await sites.main.value('createProposal', request), first);
    });
    it('happens once for a seat, too', async () => {
      const request = {
        key: randomUUID(),
        parameters: { session: 'no-limit' },
        body: registrationFor(sites.main),
      };
      const first = await sites.main.value('createRegistration', request);
      const again = await sites.main.call('createRegistration', request);
      assert.deepEqual([replayed(again), again.json], ['true', first]);
    });
    it('happens once when sent many times at once', async () => {
      const key = randomUUID();
      const body = proposalFor(sites.main, { title: 'في نفس اللحظة تماما' });
      const before = await countSubmissions();
      const requests = await Promise.all(
        Array.from({ length: 6 }, async () => ({
          body,
          key,
          proof: await sites.main.proof('createProposal'),
        })),
      );
      const answers = await Promise.all(
        requests.map((request) => sites.main.call('createProposal', request)),
      );
      const done = answers.filter(({ status }) => status === 201);
      const running = answers.filter(({ json }) => json.code === 'idempotency_in_flight');
      assert.equal(done.length + running.length, answers.length);
      assert.equal(done.filter((answer) => replayed(answer) === null).length, 1);
      assert.equal(new Set(done.map(({ json }) => json.reference)).size, 1);
      assert.equal(await countSubmissions(), before + 1);
    });
    it('is refused with other content', async () => {
      const key = randomUUID();
      await sites.main.value('createProposal', { body: proposalFor(sites.main), key });
      const before = await countSubmissions();
      await sites.main.refused('idempotency_mismatch', 'createProposal', {
        body: proposalFor(sites.main, { title: 'عنوان آخر مختلف' }),
        key,
      });
      assert.equal(await countSubmissions(), before);
    });
    it('is refused for another session', async () => {
      const key = randomUUID();
      const body = registrationFor(sites.main);
      const to = (session) => ({ key, body, parameters: { session } });
      await sites.main.value('createRegistration', to('no-limit'));
      await sites.main.refused('idempotency_mismatch', 'createRegistration', to('seat-to-keep'));
    });
    it('is another one on another site', async () => {
      const key = randomUUID();
      const one = await sites.main.call('createProposal', { body: proposalFor(sites.main), key });
      const two = await sites.neighbour.call('createProposal', {
        body: proposalFor(sites.neighbour),
        key,
      });
      assert.deepEqual([one.status, two.status, replayed(two)], [201, 201, null]);
      assert.notEqual(two.json.trackingCode, one.json.trackingCode);
    });
    it('may be corrected under the same key after it was refused', async () => {
      const key = randomUUID();
      await sites.main.refused('consultation_closed', 'createProposal', {
        body: proposalFor(sites.main, { consultation: 'over' }),
        key,
      });
      const answer = await sites.main.call('createProposal', {
        body: proposalFor(sites.main),
        key,
      });
      assert.deepEqual([answer.status, replayed(answer)], [201, null]);
    });
  });

  it('a create without a usable key is refused', async () => {
    for (const key of [null, '', 'short', 'x'.repeat(129), 'with a space in it']) {
      await sites.main.refused('idempotency_key_missing', 'createProposal', {
        body: proposalFor(sites.main),
        key,
      });
    }
  });

  it('two people with the same words are two people', async () => {
    const [one, two] = [
      await register(sites.main, 'no-limit'),
      await register(sites.main, 'no-limit'),
    ];
    assert.notEqual(one.id, two.id);
  });
}
