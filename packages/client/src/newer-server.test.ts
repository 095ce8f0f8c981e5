import assert from 'node:assert/strict';
import { it } from 'node:test';
import { textIn } from '@nafida/contract';
import { createClient } from './index.js';
import { createStaffClient } from './staff.js';
import {
  createFakeServer,
  sampleSessionRegistration,
  sampleSession,
  sampleSite,
} from './testing/index.js';

const words = /^(?:kind|status|state|channel|moderation|reason|type|typeOfMeeting|action)$/;

/** What a server of a later version may say in place of a value, at a field of this name. */
function newer(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => newer(item, name));
    return ['locales', 'languages'].includes(name) ? [...items, 'es'] : items;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, each]) => [key, newer(each, key)]);
    const isText = 'ar' in value || 'fr' in value;
    return { ...Object.fromEntries(fields), brandNew: { more: 1 }, ...(isText && { es: 'Hola' }) };
  }
  if (typeof value !== 'string') return name === 'vintage' ? 2034 : value;
  if (words.test(name)) return 'brand_new';
  return name === 'language' ? 'es' : value;
}

it('reads all that a server of a later version says, with what it cannot know', async () => {
  const server = createFakeServer({
    sessions: [
      sampleSession({ registration: sampleSessionRegistration(10), audiences: ['youth'] }),
    ],
  });
  const { baseUrl, site, staffToken } = server;
  const fetch: typeof globalThis.fetch = async (...request) => {
    const answer = await server.fetch(...request);
    if (!answer.headers.get('Content-Type')?.startsWith('application/json')) return answer;
    const { status, headers } = answer;
    return new Response(JSON.stringify(newer(await answer.json())), { status, headers });
  };
  const options = { baseUrl, site, staffToken };
  const today = createClient({ ...options, fetch: server.fetch });
  const consent = { privacyHash: sampleSite().privacy!.hash };
  const receipt = await today.proposals.create({
    consultation: 'digital-2030',
    axis: 'access-and-uses',
    title: 'تغطية الدواوير بالأنترنت',
    body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
    territory: { code: '02.113', vintage: 2024 },
    language: 'ar',
    consent,
  });
  const code = receipt.trackingCode!;
  await today.moderation.decide(receipt.reference, { decision: 'publish' });
  const person = { name: 'فاطمة', email: 'fatima@example.org', language: 'ar', consent } as const;
  const { manageToken } = await today.sessions.register('listening-session', person);

  const client = createClient({ ...options, fetch });
  const staff = createStaffClient({ ...options, fetch });
  const { locales, name, territory } = await client.site.get();
  assert.deepEqual([locales.at(-1), territory.vintage], ['es', 2034]);
  assert.equal(textIn(name, 'es').text, 'Hola');
  const session = await client.sessions.get('listening-session');
  assert.deepEqual(
    [session.kind, session.status, session.languages.at(-1)],
    ['unknown', 'unknown', 'es'],
  );
  const proposal = await client.proposals.get(receipt.reference);
  assert.deepEqual([proposal.title.language, proposal.status], ['es', 'unknown']);
  for (const read of [
    () => client.consultations.list().page(),
    () => client.consultations.get('digital-2030'),
    () => client.proposals.list().page(),
    () => client.proposals.similar('تغطية الدواوير بالأنترنت'),
    () => client.receipts.get(code),
    () => client.receipts.keys(),
    () => client.receipts.ownData(code),
    () => client.sessions.list().page(),
    () => client.registrations.get(manageToken!),
    () => client.moderation.list().page(),
    () => staff.registrations.list('listening-session').page(),
    () => staff.proposals.get(receipt.reference),
    () => staff.audit.list().page(),
  ]) {
    await assert.doesNotReject(read(), String(read));
  }
});
