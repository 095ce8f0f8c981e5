import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNafidaError, type AnyNafidaError } from './errors/is-nafida-error.js';
import { createClient, type Client } from './index.js';
import type { ClientOptions } from './request/client-options.js';
import { createStaffClient } from './staff.js';
import {
  createFakeServer,
  sampleSessionRegistration,
  sampleSession,
  sampleSite,
  type FakeServer,
  type FakeServerOptions,
} from './testing/index.js';

const privacyHash = sampleSite().privacy!.hash;
const proposal = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash },
} as const;
const person = {
  name: 'فاطمة',
  email: 'fatima@example.org',
  language: 'ar',
  consent: { privacyHash },
} as const;
const quick = { baseDelayMs: 1, maxDelayMs: 20 };

function setUp(options: Partial<ClientOptions> = {}, world: FakeServerOptions = {}) {
  const server = createFakeServer(world);
  const { baseUrl, site, staffToken, fetch } = server;
  const settings = { baseUrl, site, fetch, retry: quick, ...options };
  const client = createClient(settings);
  return { server, client, staff: createStaffClient({ ...settings, staffToken }) };
}

const pathsOf = (server: FakeServer) =>
  server.requests.map(
    ({ method, url }) => `${method} ${new URL(url).pathname.split('/').slice(4).join('/')}`,
  );
const storedOn = async (server: FakeServer) => {
  const staff = createStaffClient(server);
  const references = [];
  for await (const { reference } of staff.proposals.list()) references.push(reference);
  return references;
};

async function errorOf(work: Promise<unknown>): Promise<AnyNafidaError> {
  try {
    await work;
  } catch (error) {
    if (isNafidaError(error)) return error;
    throw error;
  }
  assert.fail('should have been rejected');
}

describe('a client', () => {
  it('gives the URL of the feed, in its language or another', () => {
    const { client } = setUp({ locale: 'fr' });
    const base = '//nafida.test/v1/sites/berkane/sessions';
    assert.equal(client.sessions.feedUrl(), `https:${base}.ics?lang=fr`);
    assert.equal(
      client.sessions.feedUrl({ territory: '02.113', q: 'منتدى' }, { lang: 'ar', webcal: true }),
      `webcal:${base}.ics?territory=02.113&q=${encodeURIComponent('منتدى')}&lang=ar`,
    );
    assert.equal(client.sessions.calendarUrl('a b'), `https:${base}/a%20b.ics?lang=fr`);
    assert.throws(() => client.sessions.feedUrl({ from: 'soon' }), isNafidaError);
    assert.throws(() => client.sessions.calendarUrl(''), isNafidaError);
  });
  it('takes the address of the server with or without its version', () => {
    const baseUrlOf = (baseUrl: string) =>
      createClient({ baseUrl, site: 'berkane' }).service.baseUrl;
    for (const ending of ['', '/', '/v1', '/v1/']) {
      assert.equal(baseUrlOf(`https://a.example/nafida${ending}`), 'https://a.example/nafida');
    }
    assert.equal(baseUrlOf('https://a.example/v10'), 'https://a.example/v10');
    assert.throws(() => baseUrlOf('/nafida'), isNafidaError);
  });
  it('says of what failed which operation it was, where, and how the log of the server calls it', async () => {
    const { client, server } = setUp({ retry: false });
    const about = ({ operation, url, requestId }: AnyNafidaError) => [operation, url, requestId];
    const base = `${server.baseUrl}/v1/sites/berkane`;
    const lost = await errorOf(client.sessions.get('nowhere'));
    assert.deepEqual(about(lost), ['getSession', `${base}/sessions/nowhere`, 'request-1']);
    server.failNext('captive_portal');
    const strange = await errorOf(client.proposals.list({ q: 'secret' }).page());
    assert.deepEqual(about(strange), ['listProposals', `${base}/proposals`, undefined]);
    server.failNext('unreachable');
    assert.deepEqual(about(await errorOf(client.site.get())), ['getSite', base, undefined]);
    const refused = await errorOf(client.proposals.create({ ...proposal, title: '' }));
    assert.deepEqual(about(refused), ['createProposal', undefined, undefined]);
  });
  it('says nothing of caches unless it wants a fresh answer', async () => {
    const { fetch: answer, ...server } = createFakeServer();
    const told: (string | undefined)[] = [];
    const client = createClient({
      ...server,
      fetch: (url, init) => {
        told.push(init?.cache ?? 'nothing');
        return answer(url, init);
      },
    });
    await client.site.get();
    await client.site.get({ fresh: true });
    assert.deepEqual(told, ['nothing', 'no-cache']);
  });
  it('reads the site, its consultations and its sessions', async () => {
    const { client } = setUp();
    assert.equal((await client.site.get()).name.fr, 'Province de Berkane');
    assert.equal((await client.consultations.get('digital-2030')).axes.length, 2);
    assert.equal((await client.consultations.list().page()).items.length, 1);
    assert.equal((await client.sessions.get('listening-session')).registration?.remaining, 10);
  });
  it('goes through lists, page by page behind the scenes', async () => {
    const sessions = Array.from({ length: 7 }, (_, at) =>
      sampleSession({ id: `s${at}`, startDate: `2030-01-1${at}` }),
    );
    const { client, server } = setUp({}, { sessions });
    const ids = [];
    for await (const { id } of client.sessions.list({ from: '2030-01-11', limit: 2 })) ids.push(id);
    assert.deepEqual(ids, ['s1', 's2', 's3', 's4', 's5', 's6']);
    assert.equal(server.requests.length, 3);
  });
  it('sends a proposal and follows it until it is public', async () => {
    const { client, staff } = setUp();
    const receipt = await client.proposals.create(proposal);
    assert.equal((await errorOf(client.proposals.get(receipt.reference))).kind, 'problem');
    await staff.proposals.decide(receipt.reference, { decision: 'publish' });
    assert.equal((await client.proposals.get(receipt.reference)).title.text, proposal.title);
    const followed = await client.receipts.get(`\u2067 ${receipt.trackingCode} \u2069`);
    assert.deepEqual([followed.moderation, followed.trackingCode], ['published', null]);
    assert.equal((await client.proposals.list().page()).items.length, 1);
  });
  it('takes a seat and gives it back', async () => {
    const sessions = [sampleSession({ registration: sampleSessionRegistration(1) })];
    const { client } = setUp({}, { sessions });
    const first = await client.sessions.register('listening-session', person);
    const email = 'second@example.org';
    const second = await client.sessions.register('listening-session', { ...person, email });
    assert.deepEqual(
      [first.status, second.status, second.position],
      ['confirmed', 'waitlisted', 1],
    );
    assert.equal((await client.registrations.cancel(first.manageToken!)).status, 'cancelled');
    assert.equal((await client.registrations.get(second.manageToken!)).status, 'confirmed');
  });
  it('makes a proof ahead when asked, and uses it', async () => {
    const { client, server } = setUp();
    const proof = await client.challenges.solve('createProposal');
    await client.proposals.create(proposal, { proof });
    assert.deepEqual(pathsOf(server), ['POST challenges', 'POST proposals']);
  });
  it('asks for no cookies, follows no redirect, and tells only its origin', async () => {
    const inits: RequestInit[] = [];
    const server = createFakeServer();
    const { client } = setUp({
      locale: 'zgh',
      fetch(input, init) {
        inits.push(init!);
        return server.fetch(input, init);
      },
    });
    await client.site.get();
    await client.site.get({ fresh: true });
    const [plain, fresh] = inits;
    assert.deepEqual(
      [plain!.credentials, plain!.redirect, plain!.referrerPolicy, plain!.mode, plain!.cache],
      ['omit', 'manual', 'strict-origin', 'cors', undefined],
    );
    assert.equal(fresh!.cache, 'no-cache');
    assert.deepEqual(plain!.headers, { Accept: 'application/json', 'Accept-Language': 'zgh' });
  });
  it('asks once for what thirty elements read at the same time', async () => {
    const { client, server } = setUp();
    const sites = await Promise.all(Array.from({ length: 30 }, () => client.site.get()));
    assert.equal(new Set(sites).size, 1);
    assert.deepEqual(pathsOf(server), ['GET ']);
    await Promise.all([
      client.receipts.get('a').catch(() => {}),
      client.receipts.get('b').catch(() => {}),
    ]);
    assert.equal(server.requests.length, 3, 'what is read with different codes is not the same');
  });
});

describe('what is not valid', () => {
  it('is refused before anything is sent or solved', async () => {
    const { client, server } = setUp();
    const error = await errorOf(client.proposals.create({ ...proposal, title: 'قصير' }));
    assert.ok(error.kind === 'input');
    assert.deepEqual(error.issues, [{ path: 'title', code: 'too_short', minimum: 8 }]);
    assert.deepEqual([error.maybeSent, server.requests.length], [false, 0]);
  });
  it('by the rules of the consultation comes back in the same form', async () => {
    const { client } = setUp();
    const error = await errorOf(client.proposals.create({ ...proposal, axis: 'other' }));
    assert.ok(error.kind === 'problem' && error.code === 'invalid_input');
    assert.deepEqual(error.issues, [{ path: 'axis', code: 'invalid_choice' }]);
    assert.deepEqual([error.status, error.maybeSent], [422, false]);
  });
});

describe('on a bad line', () => {
  it('a read is tried again', async () => {
    const { client, server } = setUp();
    server.failNext('unreachable', 'unavailable', 'lost_answer');
    await client.site.get();
    assert.equal(server.requests.length, 4);
  });
  it('a read gives up after the last attempt', async () => {
    const { client, server } = setUp();
    server.reachable = false;
    const error = await errorOf(client.site.get());
    assert.deepEqual([error.kind, error.maybeSent, server.requests.length], ['network', false, 4]);
    server.reachable = true;
    await client.site.get();
  });
  it('a create whose answer was lost happens once', async () => {
    const { client, server } = setUp();
    const proof = await client.challenges.solve('createProposal');
    server.failNext('lost_answer', 'lost_answer');
    const receipt = await client.proposals.create(proposal, { proof });
    assert.deepEqual(await storedOn(server), [receipt.reference]);
    const keys = new Set(
      server.requests
        .filter(({ url }) => url.endsWith('/proposals'))
        .map(({ headers }) => headers.get('Idempotency-Key')),
    );
    assert.equal(keys.size, 1);
  });
  it('a create that failed can be sent again with the key of its error, and happens once', async () => {
    const { client, server } = setUp({ retry: false });
    const proof = await client.challenges.solve('createProposal');
    server.failNext('lost_answer');
    const error = await errorOf(client.proposals.create(proposal, { proof }));
    assert.deepEqual([error.kind, error.maybeSent], ['network', true]);
    const receipt = await client.proposals.create(proposal, {
      idempotencyKey: error.idempotencyKey!,
    });
    assert.deepEqual(await storedOn(server), [receipt.reference]);
  });
  it('a create for which not even a challenge came has certainly not been sent', async () => {
    const { client, server } = setUp({ retry: false });
    for (const simulated of [
      'unreachable',
      'lost_answer',
      'captive_portal',
      'unavailable',
    ] as const) {
      server.failNext(simulated);
      const error = await errorOf(client.proposals.create(proposal));
      assert.equal(error.maybeSent, false, simulated);
    }
    assert.deepEqual(await storedOn(server), []);
  });
  it('a create stays uncertain when a later attempt is turned away at the door', async () => {
    const { client, server } = setUp({ retry: { ...quick, attempts: 2 } });
    const proof = await client.challenges.solve('createProposal');
    server.failNext('lost_answer', 'unavailable');
    const error = await errorOf(client.proposals.create(proposal, { proof }));
    assert.ok(error.kind === 'problem' && error.code === 'unavailable');
    assert.deepEqual([error.maybeSent, (await storedOn(server)).length], [true, 1]);
  });
  it('a seat is given back once', async () => {
    const { client, server } = setUp();
    const { manageToken } = await client.sessions.register('listening-session', person);
    server.failNext('lost_answer');
    assert.equal((await client.registrations.cancel(manageToken!)).status, 'cancelled');
    assert.equal((await client.sessions.get('listening-session')).registration?.remaining, 10);
  });
  it("staff's decision has no key and is not tried again", async () => {
    const { client, server, staff } = setUp();
    const { reference } = await client.proposals.create(proposal);
    server.failNext('lost_answer');
    const sent = server.requests.length;
    const error = await errorOf(staff.proposals.decide(reference, { decision: 'publish' }));
    assert.deepEqual(
      [error.kind, error.maybeSent, server.requests.length - sent],
      ['network', true, 1],
    );
  });
  it('a sign-in page is not success, and not tried again', async () => {
    const { client, server } = setUp();
    const proof = await client.challenges.solve('createProposal');
    server.failNext('captive_portal');
    const error = await errorOf(client.proposals.create(proposal, { proof }));
    assert.ok(error.kind === 'response_shape' && error.reason === 'content_type');
    assert.deepEqual([error.maybeSent, server.requests.length], [true, 2]);
    assert.ok(error.idempotencyKey);
  });
  it('what never answers ends in time, also when fetch does not listen', async () => {
    const { client, server } = setUp({ timeoutMs: 20, retry: { ...quick, attempts: 2 } });
    server.failNext('silence', 'silence');
    const error = await errorOf(client.site.get());
    assert.ok(error.kind === 'timeout' && error.timeoutMs === 20);
    assert.equal(server.requests.length, 2);
    const deaf = setUp({ timeoutMs: 20, retry: false, fetch: () => new Promise(() => {}) });
    assert.equal((await errorOf(deaf.client.site.get())).kind, 'timeout');
  });
  it('a body that stops half-way ends in time', async () => {
    const fetch = async () =>
      new Response(new ReadableStream(), { headers: { 'Content-Type': 'application/json' } });
    const { client } = setUp({ timeoutMs: 20, retry: false, fetch });
    assert.equal((await errorOf(client.site.get())).kind, 'timeout');
  });
  it('the time for all attempts together is bounded', async () => {
    const { client } = setUp({
      timeoutMs: 60,
      retry: { attempts: 100, baseDelayMs: 1, maxDelayMs: 1, totalMs: 150 },
      fetch: () => new Promise(() => {}),
    });
    const start = performance.now();
    assert.equal((await errorOf(client.site.get())).kind, 'timeout');
    const took = performance.now() - start;
    assert.ok(took > 100 && took < 250, `${took} ms`);
  });
  it('of 300 creates with a fifth of all answers lost, each happens exactly once', async () => {
    const random = seededRandom(20_221_017);
    const server = createFakeServer();
    const { baseUrl, site } = server;
    let lost = 0;
    const client = createClient({
      baseUrl,
      site,
      retry: { ...quick, attempts: 12 },
      async fetch(input, init) {
        const response = await server.fetch(input, init);
        if (random() >= 0.2) return response;
        lost++;
        throw new TypeError('Failed to fetch');
      },
    });
    const receipts = await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        client.proposals.create({ ...proposal, title: `${proposal.title} ${at}` }),
      ),
    );
    const stored = await storedOn(server);
    assert.ok(lost > 100, `${lost} answers lost`);
    assert.deepEqual(stored.sort(), receipts.map(({ reference }) => reference).sort());
  });
});

describe('a proof', () => {
  it('that has expired is replaced once, without an error', async () => {
    let clock = Date.now();
    const { client, server } = setUp({}, { now: () => clock });
    const proof = await client.challenges.solve('createProposal');
    clock += 7_200_000;
    const receipt = await client.proposals.create(proposal, { proof });
    assert.deepEqual(await storedOn(server), [receipt.reference]);
    const posts = server.requests.filter(({ url }) => url.endsWith('/proposals'));
    assert.equal(new Set(posts.map(({ headers }) => headers.get('Idempotency-Key'))).size, 1);
    assert.equal(new Set(posts.map(({ headers }) => headers.get('Nafida-Proof'))).size, 2);
  });
  it('that was used is replaced', async () => {
    const { client, server } = setUp();
    const proof = await client.challenges.solve('createProposal');
    await client.proposals.create(proposal, { proof });
    await client.proposals.create(proposal, { proof });
    assert.equal((await storedOn(server)).length, 2);
  });
  it('that is refused twice is a problem', async () => {
    let clock = Date.now();
    const { client, server } = setUp(
      {},
      {
        // Every look at the clock is two hours later: no proof is ever young enough.
        now: () => (clock += 7_200_000),
      },
    );
    const error = await errorOf(client.proposals.create(proposal));
    assert.ok(error.kind === 'problem' && error.code === 'proof_expired');
    assert.deepEqual(pathsOf(server), [
      'POST challenges',
      'POST proposals',
      'POST challenges',
      'POST proposals',
    ]);
  });
  it('cannot be made on a page without its cryptography: nothing is sent', async () => {
    const { client, server } = setUp();
    const crypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    const whole = globalThis.crypto;
    const insecure = {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => whole.getRandomValues(bytes),
    };
    Object.defineProperty(globalThis, 'crypto', { value: insecure, configurable: true });
    try {
      const error = await errorOf(client.proposals.create(proposal));
      assert.ok(error.kind === 'proof' && error.reason === 'insecure_page');
      assert.equal(server.requests.length, 0);
    } finally {
      Object.defineProperty(globalThis, 'crypto', crypto);
    }
  });
  it('of a kind that is not known is a clear error', async () => {
    const server = createFakeServer();
    const { client } = setUp({
      async fetch(input, init) {
        const response = await server.fetch(input, init);
        const body = await response.json();
        body.parameters.algorithm = 'SCRYPT';
        return Response.json(body, { status: 201 });
      },
    });
    const error = await errorOf(client.challenges.solve('createProposal'));
    assert.ok(error.kind === 'proof' && error.reason === 'unsupported_challenge');
  });
});

describe('an abort', () => {
  const reason = new Error('the person left');

  /** Aborts at the `at`-th moment of a create: each request starting, and each answer arriving. */
  async function createAbortedAt(at: number, own: boolean) {
    const controller = new AbortController();
    const server = createFakeServer();
    const { signal } = controller;
    let moment = 0;
    const tick = () => {
      if (++moment === at) controller.abort(reason);
    };
    const client = createClient({
      baseUrl: server.baseUrl,
      site: server.site,
      retry: quick,
      ...(own ? {} : { signal }),
      async fetch(input, init) {
        tick();
        const response = await server.fetch(input, init);
        tick();
        return response;
      },
    });
    server.failNext('unavailable');
    const outcome = client.proposals.create(proposal, own ? { signal } : {});
    const result = await outcome.then(
      () => 'done',
      (error: unknown) => error,
    );
    const sent = server.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 40));
    return { result, sentAfter: server.requests.length - sent, moments: moment };
  }

  it('rejects with its reason at any moment, and nothing more is sent', async () => {
    for (const own of [true, false]) {
      const { result, moments } = await createAbortedAt(0, own);
      assert.deepEqual([result, moments], ['done', 6]);
      for (let at = 1; at <= moments; at++) {
        const aborted = await createAbortedAt(at, own);
        assert.equal(aborted.result, reason, `moment ${at}`);
        assert.equal(aborted.sentAfter, 0, `moment ${at}`);
      }
    }
  });
  it('before the start sends nothing', async () => {
    const { client, server, staff } = setUp();
    const signal = AbortSignal.abort(reason);
    const calls = [
      client.site.get({ signal }),
      client.sessions.list({}, { signal }).page(),
      client.proposals.create(proposal, { signal }),
      client.registrations.cancel('token', { signal }),
      client.challenges.solve('createProposal', { signal }),
      staff.proposals.decide('x', { decision: 'publish' }, { signal }),
    ];
    for (const call of calls) await assert.rejects(call, reason);
    assert.equal(server.requests.length, 0);
  });
  it('during the solving ends it', async () => {
    const server = createFakeServer();
    const controller = new AbortController();
    const { client } = setUp({
      async fetch(input, init) {
        const response = await server.fetch(input, init);
        const body = await response.json();
        // Never found: no key is all zeros.
        body.parameters.keyPrefix = '00'.repeat(32);
        setTimeout(() => controller.abort(reason), 30);
        return Response.json(body, { status: 201 });
      },
    });
    const start = performance.now();
    await assert.rejects(
      client.challenges.solve('createProposal', { signal: controller.signal }),
      reason,
    );
    assert.ok(performance.now() - start < 1000);
  });
  it('by one reader leaves the others their answer', async () => {
    const { client, server } = setUp();
    const controller = new AbortController();
    const leaving = client.site.get({ signal: controller.signal });
    const staying = client.site.get();
    controller.abort(reason);
    await assert.rejects(leaving, reason);
    assert.equal((await staying).id, 'berkane');
    assert.equal(server.requests.length, 1);
  });
  it('of the whole client ends everything it does', async () => {
    const controller = new AbortController();
    const { client, server } = setUp({ signal: controller.signal });
    server.failNext('silence', 'silence', 'silence');
    const calls = [
      client.site.get(),
      client.proposals.create(proposal),
      client.registrations.cancel('x'),
    ];
    controller.abort(reason);
    for (const call of calls) await assert.rejects(call, reason);
    await assert.rejects(client.site.get(), reason);
  });
});

describe('solving', () => {
  it('leaves the thread free: between its steps everything else goes on', async () => {
    const server = createFakeServer();
    const { client } = setUp({
      async fetch(input, init) {
        const response = await server.fetch(input, init);
        const body = await response.json();
        // Always the 914th try: a drawn challenge may be solved by luck before anything else had a turn.
        const salt = 'a0a1a2a3a4a5a6a7a8a9aaabacadaeaf';
        Object.assign(body.parameters, {
          cost: 5000,
          keyPrefix: '00',
          nonce: '0'.repeat(32),
          salt,
        });
        return Response.json(body, { status: 201 });
      },
    });
    const gaps: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      gaps.push(performance.now() - last);
      last = performance.now();
    }, 1);
    await client.challenges.solve('createProposal');
    clearInterval(timer);
    // The median, because a busy machine makes single gaps long that have nothing to do with the solver.
    const median = gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
    assert.ok(gaps.length > 20 && median < 20, `${gaps.length} turns, ${median} ms between them`);
  });
});

/** Mulberry32: the same errors in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// The types are part of what is promised: these lines need to compile, and the marked ones need not to.
export async function types(client: Client): Promise<void> {
  const { trackingCode } = await client.proposals.create(proposal);
  void (trackingCode satisfies string | null);
  // @ts-expect-error a language of the protocol
  await client.proposals.create({ ...proposal, language: 'de' });
  // @ts-expect-error a field that does not exist
  await client.proposals.create({ ...proposal, cin: 'A1' });
  // @ts-expect-error the list takes care of cursors
  client.sessions.list({ cursor: 'x' });
  for await (const { startDate } of client.sessions.list()) void (startDate satisfies string);
  // @ts-expect-error an operation that needs no proof
  await client.challenges.solve('getSite');
}
