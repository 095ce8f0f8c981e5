import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClient, isNafidaError } from '@nafida/client';
import { startEmbedded } from './reference-server.mjs';
import { world } from './world.mjs';

const site = world.main.id;

describe('the client with the reference server', () => {
  let server;
  let client;
  let privacyHash;
  before(async () => {
    server = await startEmbedded(world);
    const { baseUrl, staffTokens } = server;
    client = createClient({ baseUrl, site, locale: 'ar', staffToken: staffTokens[site] });
    ({ hash: privacyHash } = (await client.site.get()).privacy);
  });
  after(() => server?.close());

  const proposal = (changes) => ({
    consultation: 'general',
    axis: 'access',
    title: 'تغطية الدواوير بالأنترنت',
    body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
    language: 'ar',
    consent: { privacyHash },
    ...changes,
  });
  const all = async (list) => {
    const items = [];
    for await (const item of list) items.push(item);
    return items;
  };

  it('sends, moderates, follows and lists a proposal', async () => {
    const { reference, trackingCode } = await client.proposals.create(proposal());
    await client.moderation.decide(reference, { decision: 'publish' });
    const typed = ` ${trackingCode.toLowerCase().replaceAll('-', ' ')} `;
    assert.equal((await client.receipts.get(typed)).moderation, 'published');
    assert.equal((await client.proposals.get(reference)).title.text, proposal().title);
    const [listed] = await all(client.proposals.list({ consultation: 'general', limit: 1 }));
    assert.equal(listed.reference, reference);
  });
  it('takes seats, waits, gives one back', async () => {
    const person = {
      name: 'Yacine',
      language: 'fr',
      consent: { privacyHash },
    };
    const people = [];
    for (let each = 0; each < 3; each++) {
      people.push(
        await client.sessions.register('two-seats', {
          ...person,
          email: `yacine${each}@example.org`,
        }),
      );
    }
    assert.deepEqual(
      people.map(({ status }) => status),
      ['confirmed', 'confirmed', 'waitlisted'],
    );
    await client.registrations.cancel(people[0].manageToken);
    assert.equal((await client.registrations.get(people[2].manageToken)).status, 'confirmed');
    const { registration } = await client.sessions.get('two-seats', { fresh: true });
    assert.deepEqual([registration.remaining, registration.waiting], [0, 0]);
  });
  it('goes through the agenda at any page length', async () => {
    const window = { from: '2031-06-01', to: '2031-06-30' };
    const whole = await all(client.sessions.list(window));
    assert.equal(whole.length, 5);
    assert.deepEqual(await all(client.sessions.list({ ...window, limit: 2 })), whole);
  });
  it('is refused with the fields that are wrong', async () => {
    await assert.rejects(
      client.proposals.create(
        proposal({ territory: { code: '02.999', vintage: 2024 }, axis: 'access' }),
      ),
      (error) =>
        isNafidaError(error) &&
        error.kind === 'problem' &&
        error.issues[0].path === 'territory' &&
        error.issues[0].code === 'unknown_territory',
    );
  });
  it('sends 60 proposals over a line that loses a third of all answers: each arrives once', async () => {
    let lost = 0;
    let answers = 0;
    const losing = createClient({
      baseUrl: server.baseUrl,
      site,
      retry: { attempts: 15, baseDelayMs: 1, maxDelayMs: 50 },
      async fetch(...request) {
        const response = await fetch(...request);
        await response.clone().arrayBuffer();
        answers++;
        if (answers % 3 !== 0) return response;
        lost++;
        throw new TypeError('Failed to fetch');
      },
    });
    const title = 'سطر سيئ الاتصال رقم';
    const receipts = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        losing.proposals.create(proposal({ title: `${title} ${at}` })),
      ),
    );
    const stored = (await all(client.moderation.list({ limit: 100 })))
      .filter((submission) => submission.title.text.startsWith(title))
      .map(({ reference }) => reference);
    assert.ok(lost >= 40, `${lost} answers lost`);
    assert.deepEqual(stored.sort(), receipts.map(({ reference }) => reference).sort());
  });
  it('says that nothing answers once the server has ended', async () => {
    await server.close();
    server = undefined;
    await assert.rejects(
      client.site.get(),
      (error) => isNafidaError(error) && error.kind === 'network',
    );
  });
});
