import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient, isNafidaError, type Attempt, type EndedAttempt } from '../index.js';
import { createFakeServer, sampleSite } from '../testing/index.js';
import type { ClientHooks } from './client-hooks.js';

const proposal = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash: sampleSite().privacy!.hash },
} as const;

function world(headers?: ClientHooks['headers']) {
  const server = createFakeServer();
  const ended: EndedAttempt[] = [];
  const hooks = { ...(headers && { headers }), onAttempt: (one: EndedAttempt) => ended.push(one) };
  const client = createClient({ ...server, hooks, retry: { baseDelayMs: 1 } });
  return { server, client, ended };
}

describe('the hooks of a client', () => {
  it('tell of each attempt what was sent where, and what came of it', async () => {
    const { server, client, ended } = world();
    server.failNext('unavailable', 'lost_answer');
    await client.proposals.list({ q: 'secret' }).page();
    const url = `${server.baseUrl}/v1/sites/berkane/proposals`;
    const sent = { operation: 'listProposals', method: 'GET', url };
    assert.deepEqual(
      ended.map(({ durationMs, error, ...rest }) => {
        assert.ok(durationMs >= 0);
        return { ...rest, error: isNafidaError(error) ? error.kind : error };
      }),
      [
        { ...sent, number: 1, status: 503, requestId: undefined, error: 'problem' },
        { ...sent, number: 2, status: undefined, requestId: undefined, error: 'network' },
        { ...sent, number: 3, status: 200, requestId: 'request-3', error: undefined },
      ],
    );
  });
  it('hold nothing that a log must not hold', async () => {
    const attempts: Attempt[] = [];
    const { client, ended } = world((attempt) => {
      attempts.push(attempt);
      return {};
    });
    const { trackingCode } = await client.proposals.create(proposal);
    await client.receipts.get(trackingCode!);
    assert.deepEqual(
      attempts.map(({ operation }) => operation),
      ['createChallenge', 'createProposal', 'getReceipt'],
    );
    const told = JSON.stringify([attempts, ended]);
    assert.ok(!told.includes(trackingCode!) && !told.includes(proposal.title));
  });
  it('add headers, made anew for each attempt, and never replace those of the client', async () => {
    const { server, client } = world(async ({ number }) => ({
      traceparent: `trace-${number}`,
      accept: 'text/html',
    }));
    server.failNext('unavailable');
    await client.site.get();
    assert.deepEqual(
      server.requests.map(({ headers }) => [headers.get('traceparent'), headers.get('Accept')]),
      [
        ['trace-1', 'application/json'],
        ['trace-2', 'application/json'],
      ],
    );
  });
  it('are not run for what never leaves, and once for what many readers share', async () => {
    let asked = 0;
    const { client, ended } = world(() => {
      asked += 1;
      return {};
    });
    await assert.rejects(client.proposals.create({ ...proposal, title: '' }));
    await assert.rejects(client.site.get({ signal: AbortSignal.abort() }));
    await Promise.all([client.site.get(), client.site.get(), client.site.get()]);
    assert.deepEqual([asked, ended.length], [1, 1]);
  });
  it('end the call with what giving headers throws: nothing was sent', async () => {
    const reason = new Error('no token');
    const { server, client, ended } = world(() => {
      throw reason;
    });
    await assert.rejects(client.site.get(), reason);
    assert.deepEqual([server.requests.length, ended.length], [0, 0]);
  });
  it('that are waited for end with the signal of the call', async () => {
    const { server, client } = world(() => new Promise(() => {}));
    const controller = new AbortController();
    const reading = client.site.get({ signal: controller.signal });
    controller.abort(new Error('left'));
    await assert.rejects(reading, { message: 'left' });
    assert.equal(server.requests.length, 0);
  });
});
