// An integrator's program, in a browser or in Node.
import type {
  ClientOptions,
  Proposal,
  ProposalInput,
  Receipt,
  Session,
  Site,
} from '@nafida/client';
import { createClient, createIdempotencyKey, isNafidaError } from '@nafida/client';
import { uploadAttachment } from '@nafida/client/attachments.js';
import { createOutbox, type OutboxItem } from '@nafida/client/outbox';
import { verifyReceipt } from '@nafida/client/receipt.js';
import { createFakeServer, sampleSessionRegistration, sampleSession } from '@nafida/client/testing';

const options: ClientOptions = {
  baseUrl: new URL('https://participation.example'),
  site: 'berkane',
  locale: 'fr',
  hooks: {
    headers: ({ number }) => ({ 'X-Attempt': String(number) }),
    onAttempt: ({ operation, status, requestId }) => console.log(operation, status, requestId),
  },
};
const client = createClient(options);
// @ts-expect-error a site must be named
createClient({ baseUrl: 'https://participation.example' });
// @ts-expect-error a header is a text
createClient({ ...options, hooks: { headers: () => ({ 'X-Attempt': 1 }) } });
// @ts-expect-error no such language
createClient({ ...options, locale: 'de' });

const sessions: Session[] = [];
for await (const session of client.sessions.list({ from: '2026-12-01', limit: 20 })) {
  const title: string | undefined = session.title.fr;
  sessions.push(session);
  console.log(title, session.registration?.remaining);
  // @ts-expect-error no such field
  console.log(session.seats);
}

const { privacy }: Site = await client.site.get({ fresh: true });
const input: ProposalInput = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'Le haut débit dans les douars',
  body: 'Nous proposons de relier les douars éloignés à Internet.',
  language: 'fr',
  consent: { privacyHash: privacy?.hash ?? '' },
};
// @ts-expect-error without a consultation
const lacking: ProposalInput = { title: 'Court', body: '…', language: 'fr' };
console.log(lacking);

const idempotencyKey = createIdempotencyKey();
try {
  const receipt: Receipt = await client.proposals.create(input, { idempotencyKey });
  const verdict = await verifyReceipt(receipt, await client.receipts.keys());
  const why: string = verdict.valid ? verdict.key : verdict.reason;
  console.log(why);
} catch (error) {
  if (!isNafidaError(error)) throw error;
  switch (error.kind) {
    case 'problem':
      console.log(error.code, error.status, error.issues);
      break;
    case 'network':
      console.log(error.offline);
      break;
    // @ts-expect-error no such kind
    case 'weather':
      break;
  }
}

const published: Proposal = await client.proposals.get('BRK-2026-000001');
console.log(published.title);
const token: string = await uploadAttachment(client, new Blob(['…']), {
  consultation: 'digital-2030',
});
console.log(token);

const items: readonly OutboxItem[] = await createOutbox(client).list();
for (const item of items) {
  if (item.state === 'refused') console.log(item.refusal.reason);
  // @ts-expect-error only what was sent has a receipt
  console.log(item.receipt);
}

const server = createFakeServer({
  sessions: [sampleSession({ registration: sampleSessionRegistration(2) })],
});
server.failNext('lost_answer');
// @ts-expect-error no such error
server.failNext('strike');
createClient(server);
