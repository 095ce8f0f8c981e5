import type { Consultation } from '@nafida/contract';
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createClient, createIdempotencyKey, type Client } from '../index.js';
import {
  createFakeServer,
  sampleConsultation,
  sampleSite,
  type FakeServer,
  type FakeServerOptions,
} from '../testing/index.js';
import { createOutbox, type Outbox, type OutboxOptions } from './outbox.js';

const proposal = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  author: { name: 'فاطمة', email: 'fatima@example.ma' },
  consent: { privacyHash: sampleSite().privacy!.hash },
} as const;

interface World {
  readonly server: FakeServer;
  readonly client: Client;
  readonly outbox: Outbox;
  /** References of what the server holds. */
  readonly stored: () => Promise<string[]>;
}

const opened: Outbox[] = [];

function world(server: FakeServerOptions = {}, options: OutboxOptions = {}): World {
  const held = createFakeServer(server);
  const client = createClient({ ...held, retry: false, timeoutMs: 5_000 });
  const outbox = createOutbox(client, options);
  opened.push(outbox);
  return {
    ...{ server: held, client, outbox },
    stored: async () =>
      (await client.moderation.list().page()).items.map(({ reference }) => reference),
  };
}

/** Node keeps nothing on a device: what this file shows of the page holds for the device too. */
describe('the outbox', () => {
  afterEach(() => {
    for (const outbox of opened.splice(0)) outbox.close();
  });

  it('sends files before their proposal, and continues where the connection broke', async () => {
    const { policy } = sampleConsultation();
    const takesFiles = { ...policy, attachments: { count: 2, bytes: 2_000_000 } };
    let now = Date.UTC(2026, 10, 26);
    const { server, client, outbox, stored } = world({
      consultations: [sampleConsultation({ policy: takesFiles })],
      now: () => now,
    });
    server.reachable = false;
    const content = new Blob(['%PDF-1.4 ', new Uint8Array(300_000)]);
    const idempotencyKey = createIdempotencyKey();
    const files = [{ content, name: 'plan.pdf', description: 'الطريق', token: undefined }];
    await outbox.keep(proposal, { idempotencyKey, files });
    await outbox.flush();
    server.reachable = true;
    // The file is announced, then the line breaks.
    const { append } = client.attachments;
    let parts = 0;
    Object.assign(client.attachments, {
      append: (...request: Parameters<typeof append>) => {
        parts += 1;
        if (parts === 2) server.reachable = false;
        return append(...request);
      },
    });
    await outbox.flush();
    assert.deepEqual(await outbox.list().then(([item]) => item!.state), 'waiting');
    // It came back two days later: what had arrived is gone from the server.
    now += 2 * 86_400_000;
    server.reachable = true;
    await outbox.flush();
    const [item] = await outbox.list();
    assert.ok(item?.state === 'sent', item?.state);
    assert.deepEqual(
      item.receipt.attachments.map(({ bytes, description }) => [bytes, description?.text]),
      [[300_009, 'الطريق']],
    );
    assert.equal((await stored()).length, 1);
  });

  it('sends files again if the server has dropped them, and stores the proposal once', async () => {
    const { policy } = sampleConsultation();
    const takesFiles = { ...policy, attachments: { count: 2, bytes: 2_000_000 } };
    let now = Date.UTC(2026, 10, 26);
    const { server, client, outbox, stored } = world({
      consultations: [sampleConsultation({ policy: takesFiles })],
      now: () => now,
    });
    const content = new Blob(['%PDF-1.4 ', new Uint8Array(1_000)]);
    const { create } = client.proposals;
    let isFirst = true;
    Object.assign(client.proposals, {
      create: (...request: Parameters<typeof create>) => {
        // All was sent but the proposal, and the phone was off for days.
        if (isFirst) now += 2 * 86_400_000;
        isFirst = false;
        return create(...request);
      },
    });
    const files = [{ content, name: 'plan.pdf', description: '', token: undefined }];
    await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey(), files });
    await outbox.flush();
    const [item] = await outbox.list();
    assert.ok(item?.state === 'sent', JSON.stringify(item));
    assert.equal((await stored()).length, 1);
    assert.equal(server.requests.filter(({ method }) => method === 'PUT').length, 2);
  });

  it('sends what waited once the line is back, and keeps nothing of it but the receipt', async () => {
    const { server, outbox, stored } = world();
    server.reachable = false;
    const idempotencyKey = createIdempotencyKey();
    const kept = await outbox.keep(proposal, { idempotencyKey });
    assert.equal(kept.keptIn, 'page');
    await outbox.flush();
    assert.equal((await outbox.list())[0]!.state, 'waiting');
    server.reachable = true;
    await outbox.flush();
    const [item] = await outbox.list();
    assert.ok(item?.state === 'sent' && item.receipt.trackingCode);
    assert.deepEqual(await stored(), [item.receipt.reference]);
    assert.doesNotMatch(JSON.stringify(item), /فاطمة|fatima/);
    await outbox.remove(item.id);
    assert.deepEqual(await outbox.list(), []);
  });

  it('takes no sign-in page for a success, and stores once what arrived without an answer', async () => {
    const { server, outbox, stored } = world();
    await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    server.failNext('captive_portal');
    await outbox.flush();
    assert.deepEqual(await stored(), []);
    for (const simulated of ['lost_answer', 'lost_answer'] as const) {
      // The challenge comes through, the proposal's answer does not.
      const { length } = server.requests;
      const failing = outbox.flush();
      while (server.requests.length === length) await new Promise(setImmediate);
      server.failNext(simulated);
      await failing;
    }
    const [item] = await outbox.list();
    assert.ok(item?.state === 'waiting' && item.maybeSent);
    await outbox.flush();
    assert.equal((await stored()).length, 1);
  });

  it('sends with the key of the first try what may have arrived before it was kept', async () => {
    const { server, client, outbox, stored } = world();
    const idempotencyKey = createIdempotencyKey();
    await client.proposals.create(proposal, { idempotencyKey });
    await outbox.keep(proposal, { idempotencyKey, maybeSent: true });
    await outbox.keep(proposal, { idempotencyKey, maybeSent: true });
    assert.equal((await outbox.list()).length, 1);
    await outbox.flush();
    assert.equal((await stored()).length, 1);
    assert.equal(server.requests.filter(({ url }) => url.endsWith('/proposals')).length, 2);
  });

  it('continues with the next after a refusal, and does not send the refused one again', async () => {
    const { server, outbox, stored } = world();
    const outdated = { ...proposal, consent: { privacyHash: '0'.repeat(64) } };
    await outbox.keep(outdated, { idempotencyKey: createIdempotencyKey() });
    await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    await outbox.flush();
    const states = (await outbox.list()).map(({ state }) => state);
    assert.deepEqual(states.sort(), ['refused', 'sent']);
    const refused = (await outbox.list()).find(({ state }) => state === 'refused');
    assert.ok(refused?.state === 'refused');
    assert.deepEqual(refused.refusal, { reason: 'consent_outdated', issues: [] });
    assert.equal(refused.input.body, proposal.body);
    const { length } = server.requests;
    await outbox.flush();
    assert.equal(server.requests.length, length);
    assert.equal((await stored()).length, 1);
  });

  it('says that the consultation was closed meanwhile', async () => {
    let now = Date.parse('2026-11-24T10:00:00Z');
    const consultation: Consultation = sampleConsultation({ closesAt: '2026-11-30T00:00:00Z' });
    const { outbox } = world({ consultations: [consultation], now: () => now }, { now: () => now });
    await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    now = Date.parse('2026-12-02T10:00:00Z');
    await outbox.flush();
    const [item] = await outbox.list();
    assert.ok(item?.state === 'refused');
    assert.equal(item.refusal.reason, 'consultation_closed');
  });

  it('sends nothing by itself once the server may have forgotten the key', async () => {
    let now = Date.parse('2026-11-24T10:00:00Z');
    const { server, outbox } = world({}, { now: () => now });
    const { expiresAt } = await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    assert.equal(new Date(expiresAt).toISOString(), '2026-12-23T10:00:00.000Z');
    now = expiresAt;
    await outbox.flush();
    const [item] = await outbox.list();
    assert.ok(item?.state === 'refused');
    assert.equal(item.refusal.reason, 'expired');
    assert.equal(server.requests.length, 0);
  });

  it('forgets what is removed, also while it is on its way', async () => {
    const { server, outbox } = world();
    const { id } = await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    server.failNext('silence');
    const sending = outbox.flush();
    while (server.requests.length === 0) await new Promise(setImmediate);
    await outbox.remove(id);
    await sending;
    assert.deepEqual(await outbox.list(), []);
  });

  it('tells of every change', async () => {
    const { outbox } = world();
    let changes = 0;
    const end = outbox.onChange(() => (changes += 1));
    const { id } = await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    await outbox.flush();
    await outbox.remove(id);
    assert.equal(changes, 3);
    end();
    await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    assert.equal(changes, 3);
  });
});
