import { createClient } from '@nafida/client';
import { createFakeServer } from '@nafida/client/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackgroundProof } from './background-proof.js';

function proving() {
  const server = createFakeServer();
  const client = createClient({
    baseUrl: server.baseUrl,
    site: server.site,
    fetch: server.fetch,
    retry: false,
  });
  return { server, client, proof: new BackgroundProof('createProposal') };
}

describe('the proof found while a person types', () => {
  it('is asked for once, however many keys are pressed', async () => {
    const { server, client, proof } = proving();
    for (let key = 0; key < 5; key += 1) proof.start(client);
    assert.ok(await proof.take());
    assert.equal(server.requests.length, 1);
  });
  it('is none when nobody typed, and none when it could not be found', async () => {
    const { server, client, proof } = proving();
    assert.equal(await proof.take(), undefined);
    server.reachable = false;
    proof.start(client);
    assert.equal(await proof.take(), undefined);
  });
  it('is looked for again with the next key after a failure', async () => {
    const { server, client, proof } = proving();
    server.failNext('unreachable');
    proof.start(client);
    await proof.take();
    proof.start(client);
    assert.ok(await proof.take());
  });
  it('is forgotten when it was used, and given up when nobody needs it', async () => {
    const { server, client, proof } = proving();
    proof.start(client);
    await proof.take();
    proof.drop();
    assert.equal(await proof.take(), undefined);
    proof.start(client);
    assert.ok(await proof.take());
    proof.drop();
    proof.start(client);
    const abandoned = proof.take();
    proof.drop();
    assert.equal(await abandoned, undefined);
    // The one given up was not asked for any more.
    assert.equal(server.requests.length, 2);
  });
});
