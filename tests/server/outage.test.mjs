import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { problemIn } from '../conformance/api.mjs';
import { proposalFor, propose } from '../conformance/inputs.mjs';
import { lineTo } from '../proof/database-line.mjs';
import { proveOutage, proveRestarts } from '../proof/outages.mjs';
import { makeProvince } from './province.mjs';

describe('a server whose database goes away', () => {
  let province;
  let line;
  let api;
  before(async () => {
    province = await makeProvince('postgresql');
    line = await lineTo(province.storage.databaseUrl);
    api = await province.apiOf(await province.serve({ databaseUrl: line.url }));
  });
  after(async () => {
    await province?.close();
    line?.cut();
  });

  it('says so, stays up, and works again by itself; nothing is sent twice', async () => {
    const { trackingCode } = await propose(api);
    const proof = await api.proof('createProposal');
    const request = { body: proposalFor(api), proof, key: 'a-key-of-one-person' };
    line.cut();
    for (const [method, path] of [
      ['GET', '/v1/sites/berkane'],
      ['GET', '/v1/sites/berkane/sessions'],
      ['GET', '/readyz'],
    ]) {
      const answer = await api.send(method, path);
      assert.equal(problemIn(answer).code, 'unavailable', path);
      assert.ok(Number(answer.headers.get('Retry-After')) > 0);
      // Whoever has to wait leaves room for those who come new.
      assert.equal(answer.headers.get('Connection'), 'close');
    }
    const { status } = await api.send('POST', '/v1/sites/berkane/proposals', {
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': request.key,
        'Nafida-Proof': proof,
      },
      body: JSON.stringify(request.body),
    });
    assert.equal(status, 503);
    assert.equal((await api.send('GET', '/livez')).status, 200);

    await line.mend();
    await untilReady(api);
    await api.value('getReceipt', { token: trackingCode });
    const first = await api.value('createProposal', request);
    assert.deepEqual(await api.value('createProposal', request), first);
  });

  it('has kept what was committed when the line broke before the answer', async () => {
    const requests = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => ({
        body: proposalFor(api),
        proof: await api.proof('createProposal'),
        key: `key-of-the-broken-line-${index}`,
      })),
    );
    const send = (request) => api.call('createProposal', request).catch(() => ({ status: 503 }));
    const before = Promise.all(requests.map(send));
    await delay(20);
    line.cut();
    const acknowledged = (await before).map(({ status, json }) => (status === 201 ? json : null));
    await line.mend();
    await untilReady(api);
    const references = new Set();
    for (const [index, request] of requests.entries()) {
      const receipt = await api.value('createProposal', request);
      if (acknowledged[index]) assert.deepEqual(receipt, acknowledged[index]);
      references.add(receipt.reference);
    }
    const { items } = await api.value('listSubmissions', { query: { limit: 100 } });
    const sent = items.filter(({ reference }) => references.has(reference));
    assert.deepEqual([sent.length, items.length], [30, 32]);
  });
});

describe('a server whose database', () => {
  let province;
  before(async () => (province = await makeProvince('postgresql')));
  after(() => province?.close());

  it('falls silent for good on all its lines opens new ones, and loses nothing', async () => {
    const run = { province, seconds: 1, kind: 'silent', settings: '&query_timeout=2000' };
    const { refused } = await proveOutage(run);
    assert.ok(refused > 0, 'some were under way');
  });
  it('is ended in the middle of work and started again goes on, and loses nothing', async () => {
    const { refused } = await proveRestarts({ province, restarts: 2, seed: 1 });
    assert.ok(refused > 0, 'some were under way');
  });
});

async function untilReady(api) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await api.send('GET', '/readyz')).status === 200) return;
    await delay(100);
  }
  assert.fail('the server did not find its database again');
}
