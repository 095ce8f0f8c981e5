import { expect } from '@open-wc/testing';
import { createClient, createIdempotencyKey } from '../index.js';
import { createFakeServer, sampleSite } from '../testing/index.js';
import { createOutbox, type Outbox } from './outbox.js';
import { isOutboxInUse } from './presence.js';

const proposal = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash: sampleSite().privacy!.hash },
} as const;

function world() {
  const server = createFakeServer();
  // An address of its own: other files are tested in the same browser at the same time.
  const baseUrl = 'https://outbox.test';
  const client = createClient({ ...server, baseUrl, retry: false });
  return { server, client };
}

/** Resolves when `outbox` says that its first item was sent. */
function hasGone(outbox: Outbox): Promise<void> {
  return new Promise((resolve) => {
    outbox.onChange(() => {
      void outbox.list().then(([item]) => item?.state === 'sent' && resolve());
    });
  });
}

describe('the outbox on a device', () => {
  it('outlives the page: the next one sends what waits, with the same key, and leaves nothing', async () => {
    const { server, client } = world();
    server.reachable = false;
    expect(await isOutboxInUse(client)).to.equal(false);
    const first = createOutbox(client);
    const idempotencyKey = createIdempotencyKey();
    const { keptIn } = await first.keep(proposal, { idempotencyKey });
    expect(keptIn).to.equal('device');
    first.close();
    expect(await isOutboxInUse(client)).to.equal(true);

    server.reachable = true;
    const second = createOutbox(client);
    await second.flush();
    const [item] = await second.list();
    expect(item!.state).to.equal('sent');
    const sent = server.requests.filter(({ url }) => url.endsWith('/proposals'));
    expect(sent.map(({ headers }) => headers.get('Idempotency-Key'))).to.deep.equal([
      idempotencyKey,
    ]);
    await second.remove(item!.id);
    second.close();
    expect(await isOutboxInUse(client)).to.equal(false);
  });

  it('is sent by one page of several, which all hear of it', async () => {
    const { server, client } = world();
    server.reachable = false;
    const pages = [createOutbox(client), createOutbox(client), createOutbox(client)];
    const { id } = await pages[0]!.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    server.reachable = true;
    const heard = hasGone(pages[2]!);
    await Promise.all(pages.map((page) => page.flush()));
    await heard;
    const sent = server.requests.filter(({ url }) => url.endsWith('/proposals'));
    expect(sent.length).to.equal(1);
    await pages[1]!.remove(id);
    for (const page of pages) {
      expect(await page.list()).to.deep.equal([]);
      page.close();
    }
  });

  it('goes as soon as the browser has a connection', async () => {
    const { server, client } = world();
    server.reachable = false;
    const outbox = createOutbox(client);
    const { id } = await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    await outbox.flush();
    server.reachable = true;
    const gone = hasGone(outbox);
    window.dispatchEvent(new Event('online'));
    await gone;
    await outbox.remove(id);
    outbox.close();
  });

  it('keeps nothing on a device if that is not wanted', async () => {
    const { server, client } = world();
    server.reachable = false;
    const outbox = createOutbox(client, { storage: 'page' });
    const { keptIn } = await outbox.keep(proposal, { idempotencyKey: createIdempotencyKey() });
    expect(keptIn).to.equal('page');
    expect(await isOutboxInUse(client)).to.equal(false);
    outbox.close();
  });
});
