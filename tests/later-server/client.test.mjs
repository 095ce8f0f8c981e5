import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClient, isNafidaError } from '@nafida/client';
import { uploadAttachment } from '@nafida/client/attachments.js';
import { createStaffClient } from '@nafida/client/staff.js';
import { png } from '../conformance/files.mjs';
import { startEmbedded } from '../conformance/reference-server.mjs';
import { world } from '../conformance/world.mjs';
import { LaterAnswers, operationAt, operationsWithJson } from './later-answers.mjs';

const site = world.main.id;
const seed = 20261130;
const rounds = 5;

describe(`the client beside a server of a later version (seed ${seed})`, () => {
  let server;
  let privacyHash;
  const performed = new Set();
  const later = new LaterAnswers(seed);

  /** `fetch` as the client has it, with the answers of a later version. */
  const laterFetch = async (url, init) => {
    const answer = await fetch(url, init);
    const type = answer.headers.get('Content-Type') ?? '';
    if (!type.includes('json')) return answer;
    const { status, headers } = answer;
    const json = await answer.json();
    const id = operationAt(init?.method ?? 'GET', url);
    if (status < 400) performed.add(id);
    const body = JSON.stringify(status < 400 ? later.to(id, json) : later.problem(json));
    return new Response(body, { status, headers });
  };

  before(async () => {
    server = await startEmbedded(world);
    const { privacy } = await createClient({ baseUrl: server.baseUrl, site }).site.get();
    privacyHash = privacy.hash;
  });
  after(() => server?.close());

  const consent = () => ({ privacyHash });
  const proposal = (changes) => ({
    consultation: 'general',
    axis: 'access',
    title: 'تغطية الدواوير بالأنترنت',
    body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
    language: 'ar',
    consent: consent(),
    ...changes,
  });

  for (let round = 0; round < rounds; round++) {
    let client;
    let staff;
    before(() => {
      const { baseUrl, staffTokens } = server;
      const options = { baseUrl, site, staffToken: staffTokens[site], fetch: laterFetch };
      client = createClient(options);
      staff = createStaffClient(options);
    });

    it(`reads the site, its consultations and its agenda (round ${round})`, async () => {
      const { locales, name } = await client.site.get();
      assert.deepEqual([locales.at(-1), name.es], ['es', 'Hola']);
      const consultations = await client.consultations.list({ limit: 100 }).page();
      assert.equal(consultations.items.length, world.main.consultations.length);
      assert.equal(consultations.unreadable, 1);
      await client.consultations.get('questions');
      const found = [];
      for await (const session of client.sessions.list({ limit: 3 })) found.push(session.id);
      assert.ok(found.includes('agenda-a') && found.length >= 15, `${found.length} sessions`);
      const session = await client.sessions.get('agenda-a');
      assert.deepEqual([session.languages.at(-1), session.territory.vintage], ['es', 2034]);
      assert.ok(session.audiences.includes('unknown'));
    });

    it(`sends a proposal with a photo, which staff handle (round ${round})`, async () => {
      const file = new Blob([png({ seed: 50 + round })], { type: 'image/png' });
      const token = await uploadAttachment(client, file, { consultation: 'files' });
      await client.attachments.get(token);
      const sent = await client.proposals.create(
        proposal({ consultation: 'files', attachments: [{ token }] }),
      );
      const { reference, trackingCode } = sent;
      assert.match(trackingCode, /^[0-9A-Z]{4}-/);
      const asked = await staff.proposals.ask(reference, { text: 'أين بالضبط؟', language: 'ar' });
      const reply = { text: 'في بوكماز', language: 'ar' };
      await client.receipts.reply(trackingCode, asked.questions[0].id, reply);
      await client.moderation.decide(reference, { decision: 'publish' });
      await staff.proposals.answer(reference, { status: 'accepted', text: { fr: 'Oui.' } });
      const other = await client.proposals.create(proposal({ consultation: 'files' }));
      await staff.proposals.merge(other.reference, { into: reference });
      await client.receipts.withdraw(other.trackingCode);
      const [entry] = (await client.moderation.list().page()).items;
      await staff.proposals.get(entry.reference);
      await staff.audit.list().page();

      const published = await client.proposals.get(reference);
      assert.equal(published.title.text, proposal().title);
      const { items, unreadable } = await client.proposals.list({ consultation: 'files' }).page();
      assert.deepEqual([items[0].reference, unreadable], [reference, 1]);
      const near = await client.proposals.similar(proposal().title);
      assert.ok(near.some((each) => each.reference === reference));
      const secret = Buffer.alloc(32, round + 1).toString('base64url');
      assert.equal((await client.proposals.support(reference, secret)).supports, 1);
      assert.equal((await client.proposals.withdrawSupport(reference, secret)).supports, 0);
      assert.equal((await client.receipts.get(trackingCode)).reference, reference);
      await client.receipts.ownData(trackingCode);
      await client.receipts.keys();
    });

    it(`makes a session, gives its seats out and closes it (round ${round})`, async () => {
      const id = `later-${round}`;
      const title = { ar: 'لقاء', fr: 'Rencontre' };
      await staff.sessions.create({
        ...{ id, title, startDate: '2033-03-10' },
        registration: { capacity: 2, questions: [] },
      });
      await staff.sessions.edit(id, { title: { ...title, en: 'Meeting' } });
      await staff.sessions.changeCapacity(id, { capacity: 3 });
      const person = { name: 'فاطمة', email: 'f@example.org', language: 'ar', consent: consent() };
      const { manageToken, doorCode } = await client.sessions.register(id, person);
      await client.registrations.get(manageToken);
      const { items, unreadable } = await staff.registrations.list(id).page();
      assert.deepEqual([items.length, unreadable], [1, 1]);
      await staff.registrations.checkIn(id, doorCode);
      await client.registrations.cancel(manageToken);
      await staff.sessions.postpone(id, { to: { startDate: '2033-04-10' } });
      await staff.sessions.cancel(id);
      const held = `held-${round}`;
      await staff.sessions.create({ id: held, title, startDate: '2025-03-10' });
      await staff.sessions.close(held, { report: title });
    });

    it(`says what was refused, whatever its code (round ${round})`, async () => {
      await assert.rejects(client.proposals.get('2020-NOBODY'), (error) => {
        assert.ok(isNafidaError(error) && error.kind === 'problem');
        assert.ok(['not_found', 'unknown'].includes(error.code), error.code);
        return error.status === 404;
      });
      const wrong = proposal({ territory: { code: '02.999', vintage: 2024 } });
      await assert.rejects(client.proposals.create(wrong), (error) => {
        assert.ok(isNafidaError(error) && error.kind === 'problem');
        return error.issues[0].path === 'territory';
      });
    });
  }

  it('has performed every operation of the protocol', () => {
    const missing = operationsWithJson.filter((id) => !performed.has(id));
    assert.deepEqual(missing, []);
  });
});
