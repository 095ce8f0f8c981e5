// Lists the coming sessions of a site, sends a proposal and reads its receipt again.
//
//   npm start                              in one terminal: the server with its demonstration data
//   npm start -w examples/node-client      in another
//
// NAFIDA_API and NAFIDA_SITE point it at another server or site.
import { createClient, isNafidaError } from '@nafida/client';
import type { ProposalInput } from '@nafida/contract';
import { textIn } from '@nafida/contract';
import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';

const client = createClient({
  baseUrl: process.env['NAFIDA_API'] ?? 'http://localhost:8081',
  site: process.env['NAFIDA_SITE'] ?? 'berkane',
  locale: 'fr',
});

try {
  await listSessions();
  await sendProposal();
} catch (error) {
  if (!isNafidaError(error)) throw error;
  // `kind` tells the errors apart: no answer, too late, a problem the server names, input that is not valid …
  console.error(error.kind === 'problem' ? `${error.code} (${error.status})` : error.kind);
  console.error(error.message);
  process.exitCode = 1;
}

async function listSessions(): Promise<void> {
  const today = civilDateIn(homeZone, new Date());
  console.log(`Sessions from ${today}`);
  for await (const session of client.sessions.list({ from: today })) {
    if (session.status !== 'scheduled') continue;
    const { text } = textIn(session.title, 'fr');
    const seats = session.registration?.remaining;
    console.log(
      `  ${session.startDate}  ${text}${seats === null || seats === undefined ? '' : `  (${seats} seats left)`}`,
    );
  }
}

async function sendProposal(): Promise<void> {
  const { items: consultations } = await client.consultations.list().page();
  const consultation = consultations.find(({ status }) => status === 'open');
  const axis = consultation?.axes[0];
  if (!consultation || !axis) {
    console.log('No consultation is open.');
    return;
  }
  // Whoever sends for a citizen has shown them this notice; its hash says which wording they accepted.
  const { privacy } = await client.site.get();
  if (!privacy) throw new Error('The site has no privacy notice: it takes no proposals yet.');

  const proposal: ProposalInput = {
    consultation: consultation.id,
    axis: axis.id,
    territory: { code: '02.113.01.09', vintage: 2024 },
    title: 'Une borne internet dans chaque maison de jeunes',
    body: 'Beaucoup de familles n’ont pas de connexion : une borne et un accompagnement aideraient.',
    language: 'fr',
    consent: { privacyHash: privacy.hash },
  };
  // Proof of work, retries and the idempotency key that makes them safe are the client's business.
  const receipt = await client.proposals.create(proposal);
  console.log(`\nSent under "${textIn(axis.title, 'fr').text}"`);
  console.log(`  reference      ${receipt.reference}`);
  console.log(`  tracking code  ${receipt.trackingCode}`);

  if (!receipt.trackingCode) return;
  const { moderation } = await client.receipts.get(receipt.trackingCode);
  console.log(`  moderation     ${moderation}`);
}
