import { expect } from '@open-wc/testing';
import { isNafidaError, type AnyNafidaError } from './errors/is-nafida-error.js';
import { createClient } from './index.js';
import { createStaffClient } from './staff.js';
import { createFakeServer, sampleSite } from './testing/index.js';

const proposal = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash: sampleSite().privacy!.hash },
} as const;

async function errorOf(work: Promise<unknown>): Promise<AnyNafidaError> {
  const error: unknown = await work.then(
    () => expect.fail('should have been rejected'),
    (reason: unknown) => reason,
  );
  if (isNafidaError(error)) return error;
  throw error;
}

describe('the client in a browser', () => {
  it('sends a proposal with a proof of work and follows it', async () => {
    const server = createFakeServer();
    const client = createClient(server);
    const { reference, trackingCode } = await client.proposals.create(proposal);
    await createStaffClient(server).proposals.decide(reference, { decision: 'publish' });
    expect((await client.receipts.get(trackingCode!)).moderation).to.equal('published');
    expect((await client.proposals.get(reference)).title.text).to.equal(proposal.title);
  });

  it('knows that nothing has left a device without any network', async () => {
    const server = createFakeServer();
    const client = createClient({ ...server, retry: false });
    const proof = await client.challenges.solve('createProposal');
    const failed = async () => {
      server.failNext('unreachable');
      return errorOf(client.proposals.create(proposal, { proof }));
    };
    expect((await failed()).maybeSent).to.equal(true);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect((await failed()).maybeSent).to.equal(false);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('solves a challenge as servers set them, and the page stays free', async function () {
    this.timeout(60_000);
    const server = createFakeServer({ proof: { cost: 5000, attempts: 300 } });
    const client = createClient(server);
    const gaps: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      gaps.push(performance.now() - last);
      last = performance.now();
    });
    const start = performance.now();
    await client.proposals.create(proposal);
    clearInterval(timer);
    gaps.sort((a, b) => a - b);
    const [median, most] = [0.5, 0.95].map((part) => gaps[Math.floor(gaps.length * part)]!);
    console.log(
      `300 steps of 5,000 in ${Math.round(performance.now() - start)} ms; turns of the page: median ` +
        `${median!.toFixed(1)} ms, 95 % under ${most!.toFixed(1)} ms, longest ${gaps.at(-1)!.toFixed(1)} ms`,
    );
    expect(gaps.length).to.be.greaterThan(20);
    expect(most).to.be.lessThan(50);
  });

  it('takes a base URL relative to the page, and knows that its server is no participation server', async () => {
    const error = await errorOf(
      createClient({ baseUrl: '/nothing-here', site: 'berkane' }).site.get(),
    );
    expect(error.kind === 'response_shape' && error.reason).to.equal('content_type');
    expect(error.kind === 'response_shape' && error.status).to.equal(404);
  });

  it('accepts a base URL relative to the worker it runs in', async () => {
    const script = new URL('./relative-base.test.support.js', import.meta.url);
    const worker = new Worker(script, { type: 'module' });
    const { data } = await new Promise<MessageEvent>((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = reject;
    });
    worker.terminate();
    expect(data).to.equal(`${location.origin}/participation`);
  });

  it('says that nothing was reached if there is no server', async () => {
    // Port 9 (discard) is refused by browsers themselves.
    const client = createClient({ baseUrl: 'http://127.0.0.1:9', site: 'berkane', retry: false });
    const error = await errorOf(client.site.get());
    expect(error.kind).to.equal('network');
  });

  it('ends with the reason of its signal', async () => {
    const controller = new AbortController();
    const client = createClient({ baseUrl: location.origin, site: 'berkane' });
    const reading = client.site.get({ signal: controller.signal });
    const reason = new Error('the person left');
    controller.abort(reason);
    expect(await reading.catch((error: unknown) => error)).to.equal(reason);
  });
});
