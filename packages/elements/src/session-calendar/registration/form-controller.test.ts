import { createClient } from '@nafida/client';
import type { FakeServer, SimulatedError } from '@nafida/client/testing';
import { createFakeServer, sampleSessionRegistration, sampleSite } from '@nafida/client/testing';
import type { Registration } from '@nafida/contract';
import { idempotencyKeyHeader } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import { FormController } from './form-controller.js';
import type { RegistrationContent } from './registration-content.js';

const session = sampleSession({ registration: sampleSessionRegistration(2) });
const now = () => Date.parse('2026-11-01T12:00:00Z');
const content: RegistrationContent = {
  name: 'فاطمة الزهراء',
  email: '',
  phone: '0612345678',
  places: 1,
  answers: new Map(),
  needs: [],
  needsDetails: '',
  consent: true,
};

async function setUp(site = sampleSite()) {
  const server = createFakeServer({ site, sessions: [session], now });
  const client = createClient({
    baseUrl: server.baseUrl,
    site: server.site,
    fetch: server.fetch,
    timeoutMs: 5_000,
    retry: false,
  });
  const registered: Registration[] = [];
  const errors: unknown[] = [];
  let mayBeSent = true;
  const waiting = new Set<() => void>();
  const form = new FormController({
    client: () => client,
    language: () => 'ar',
    onChange: () => waiting.forEach((look) => look()),
    mayBeSent: () => mayBeSent,
    onRegistered: (_session, registration) => registered.push(registration),
    onError: (error) => errors.push(error),
  });
  await form.loadSite();
  const creates = () => server.requests.filter(({ url }) => url.endsWith('/registrations'));
  return {
    ...{ server, client, form, registered, errors, creates },
    refuse: () => (mayBeSent = false),
    /** Waits for the form to be drawn again as it is expected. */
    async until(isSo: () => boolean) {
      while (!isSo()) await new Promise<void>((look) => waiting.add(look));
    },
    send: (changes: Partial<RegistrationContent> = {}) => {
      form.type({ ...content, ...changes });
      return form.send(session);
    },
    /** Seats taken on the server. */
    taken: async () => {
      const { registration } = await client.sessions.get(session.id, { fresh: true });
      return registration!.capacity! - registration!.remaining! + registration!.waiting;
    },
  };
}

/** `server.fetch`, but the first create goes wrong in this way. */
function fetchWith(server: FakeServer, simulated: SimulatedError): typeof globalThis.fetch {
  let isPending = true;
  return (input, init) => {
    if (isPending && new Request(input, init).url.endsWith('/registrations')) {
      isPending = false;
      server.failNext(simulated);
    }
    return server.fetch(input, init);
  };
}

describe('sending a registration', () => {
  it('takes a seat, gives the codes, and forgets what was typed', async () => {
    const { send, registered, form, taken } = await setUp();
    await send();
    assert.equal(registered[0]?.status, 'confirmed');
    assert.ok(registered[0].manageToken);
    assert.equal(form.content.name, '');
    assert.equal(await taken(), 1);
  });

  it('happens once, however often it is pressed', async () => {
    const { send, form, registered, taken } = await setUp();
    await Promise.all([send(), form.send(session), form.send(session)]);
    assert.equal(registered.length, 1);
    assert.equal(await taken(), 1);
  });

  it('does not happen while something is wrong, and keeps what was typed', async () => {
    const { send, form, creates } = await setUp();
    await send({ name: '', phone: '06' });
    assert.deepEqual(
      form.issues.map(({ field }) => field),
      ['name', 'phone'],
    );
    assert.equal(creates().length, 0);
    form.type({ phone: '0612345678' });
    assert.deepEqual(
      form.issues.map(({ field }) => field),
      ['name'],
    );
    assert.equal(form.content.consent, true);
  });

  it('does not happen when the page says no', async () => {
    const { send, refuse, creates, form } = await setUp();
    refuse();
    await send();
    assert.equal(creates().length, 0);
    assert.equal(form.content.name, content.name);
  });

  it('is two registrations when a second person is typed in', async () => {
    const { send, registered, taken } = await setUp();
    await send();
    await send({ name: 'محمد', phone: '0698765432' });
    await send({ name: 'محمد', phone: '0698765433' });
    assert.deepEqual(
      registered.map(({ status, position }) => [status, position]),
      [
        ['confirmed', null],
        ['confirmed', null],
        ['waitlisted', 1],
      ],
    );
    assert.equal(await taken(), 3);
  });
});

describe('a registration that meets a bad line', () => {
  for (const simulated of ['unreachable', 'lost_answer', 'captive_portal', 'silence'] as const) {
    it(`loses nothing and takes one seat after another press (${simulated})`, async () => {
      const server = createFakeServer({ sessions: [session], now });
      const client = createClient({
        baseUrl: server.baseUrl,
        site: server.site,
        fetch: fetchWith(server, simulated),
        timeoutMs: 5_000,
        retry: false,
      });
      const registered: Registration[] = [];
      const form = new FormController({
        client: () => client,
        language: () => 'ar',
        onChange: () => undefined,
        mayBeSent: () => true,
        onRegistered: (_session, registration) => registered.push(registration),
        onError: () => undefined,
      });
      await form.loadSite();
      form.type(content);
      await form.send(session);
      assert.equal(form.failed?.reason, 'maybe_sent');
      assert.deepEqual(form.content, content);
      await form.send(session);
      assert.equal(registered.length, 1);
      const { registration } = await client.sessions.get(session.id, { fresh: true });
      assert.equal(registration?.remaining, 1);
      const keys = server.requests
        .filter(({ url }) => url.endsWith('/registrations'))
        .map(({ headers }) => headers.get(idempotencyKeyHeader));
      assert.equal(new Set(keys).size, 1);
    });
  }

  it('says that it did not leave when the server cannot be reached at all', async () => {
    const { send, server, form, registered, errors } = await setUp();
    server.reachable = false;
    await send();
    assert.equal(form.failed?.reason, 'not_sent');
    assert.equal(errors.length, 1);
    server.reachable = true;
    await form.send(session);
    assert.equal(registered.length, 1);
  });
});

describe('the privacy notice', () => {
  it('is read again and asked for again when it has changed meanwhile', async () => {
    const site = sampleSite();
    const { send, form, creates, until } = await setUp(site);
    site.privacy!.hash = 'ab'.repeat(32);
    await send();
    assert.equal(form.failed?.reason, 'consent_outdated');
    assert.equal(form.content.consent, false);
    assert.equal(form.content.name, content.name);
    // A quick person agrees to the notice that is still shown, not to the one that is being loaded.
    form.type({ consent: true });
    await until(() => form.site?.privacy?.hash === 'ab'.repeat(32));
    assert.equal(form.content.consent, false);
    await send();
    assert.equal(form.failed, undefined);
    assert.equal(creates().length, 2);
  });
});

describe('the proof of work', () => {
  it('is begun with the first key, once', async () => {
    const { form, server } = await setUp();
    const challenges = () => server.requests.filter(({ url }) => url.endsWith('/challenges'));
    assert.equal(challenges().length, 0);
    form.type({ name: 'ف' });
    form.type({ name: 'فا' });
    while (challenges().length === 0) await new Promise(setImmediate);
    assert.equal(challenges().length, 1);
  });
});
