import type { DatabaseTransaction } from '../database/database.js';
import { findConsultation, stateOfConsultation } from './consultations.js';
import { performOnce } from './idempotency.js';
import type { Call, Handler, Services } from './operation.js';
import { invalidField, ProblemError } from './problem-error.js';
import { storeProposal } from './proposal-intake.js';
import { findProposal, untouched, type ProposalRow } from './proposal-records.js';
import { sessionsOf } from './proposal-sessions.js';
import { receiptFilesOf, receiptOf } from './receipts.js';
import { requireConsent } from './sites.js';

export const createProposal: Handler<'createProposal'> = async (services, call) => {
  const attempt = {
    site: call.site.id,
    operation: 'createProposal',
    key: call.idempotencyKey,
    proof: call.proof,
    content: call.body,
  };
  let received: ProposalRow | undefined;
  const { result, replayed } = await performOnce(services, attempt, async (transaction) => {
    received = await receiveProposal(services, call, transaction);
    return { reference: received.reference };
  });
  received ??= await findProposal(services.database.reader, call.site.id, result.reference);
  if (!received) throw new ProblemError('not_found');
  const trackingCode = services.keyring.codeFor('tracking', call.site.id, received.reference);
  // What the first answer said, also when it is repeated after staff have decided.
  const { reader } = services.database;
  const sessions = await sessionsOf(reader, call.site.id, [received]);
  const body = receiptOf(
    { ...received, ...untouched },
    [],
    trackingCode,
    await receiptFilesOf(reader, received),
    sessions.get(received.session) ?? null,
  );
  return { body, replayed };
};

async function receiveProposal(
  { keyring }: Services,
  { site, body }: Call<'createProposal'>,
  transaction: DatabaseTransaction,
): Promise<ProposalRow> {
  const consultation = await findConsultation(transaction, site.id, body.consultation);
  if (!consultation) throw invalidField('consultation', 'invalid_choice');
  const receivedAt = new Date();
  const state = stateOfConsultation(consultation, receivedAt);
  if (state === 'upcoming') throw new ProblemError('consultation_not_open');
  if (state === 'closed') throw new ProblemError('consultation_closed');
  requireConsent(site, body.consent);
  return storeProposal(transaction, keyring, site.id, consultation, body, {
    channel: 'web',
    receivedAt,
    collectedOn: null,
    importKey: null,
  });
}
