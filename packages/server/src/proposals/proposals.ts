import { takeAttachments } from '../attachments/attachment-records.js';
import { isDuplicateIn } from '../database/database-errors.js';
import { performPrepared } from '../operations/idempotency.js';
import type { Call, Handler, Reply } from '../operations/operation.js';
import { invalidField, ProblemError } from '../operations/problem-error.js';
import { stateOfConsultation } from '../sites/consultations.js';
import { requireConsent } from '../sites/sites.js';
import { prepareProposal, proposalInsert, type PreparedProposal } from './proposal-intake.js';
import { findProposal, untouched, type ProposalRow } from './proposal-records.js';
import type { ProposalServices } from './proposal-services.js';
import { sessionsOf } from './proposal-sessions.js';
import { receiptFilesOf, receiptOf } from './receipts.js';

type CreateCall = Call<'createProposal'>;

/** Stores a proposal and answers with its receipt; sent again with the same key, it is stored once. */
export const createProposal: Handler<'createProposal', ProposalServices> = async (
  services,
  call,
) => {
  for (;;) {
    try {
      return await create(services, call);
    } catch (error) {
      // Another proposal already has the random reference: draw another one.
      if (!isDuplicateIn('proposal', error)) throw error;
    }
  }
};

async function create(
  services: ProposalServices,
  call: CreateCall,
): Promise<Reply<'createProposal'>> {
  const { database, keyring } = services;
  const attempt = {
    site: call.site.id,
    operation: 'createProposal',
    key: call.idempotencyKey,
    proof: call.proof,
    content: call.body,
  };
  let row: ProposalRow | undefined;
  const { result, replayed } = await performPrepared(services, attempt, async () => {
    const prepared = await prepare(services, call);
    const { attachments } = prepared;
    row = prepared.row;
    return {
      result: { reference: prepared.row.reference },
      row: (query) => proposalInsert(query, prepared),
      rest:
        attachments.length > 0
          ? (transaction) => takeAttachments(transaction, keyring, prepared.row, attachments)
          : undefined,
    };
  });
  const received = replayed
    ? await findProposal(database.reader, call.site.id, result.reference)
    : row;
  if (!received) throw new ProblemError('not_found');
  const trackingCode = keyring.codeFor('tracking', call.site.id, received.reference);
  const sessions = await sessionsOf(database.reader, call.site.id, [received]);
  const hasFiles = (call.body.attachments ?? []).length > 0;
  // The same as in the first answer, even if it is repeated after a decision of staff.
  const body = receiptOf(
    { ...received, ...untouched },
    [],
    trackingCode,
    hasFiles
      ? await receiptFilesOf(database.reader, received)
      : { attachments: [], answerFiles: [] },
    sessions.get(received.session) ?? null,
  );
  return { body, replayed };
}

async function prepare(
  { database, keyring, sites }: ProposalServices,
  { site, body }: CreateCall,
): Promise<PreparedProposal> {
  const [consultation, receiptKey] = await Promise.all([
    sites.consultation(site.id, body.consultation),
    sites.receiptKey(site.id),
  ]);
  if (!consultation) throw invalidField('consultation', 'invalid_choice');
  const receivedAt = new Date();
  const state = stateOfConsultation(consultation, receivedAt);
  if (state === 'upcoming') throw new ProblemError('consultation_not_open');
  if (state === 'closed') throw new ProblemError('consultation_closed');
  requireConsent(site, body.consent);
  const intake = { reader: database.reader, keyring, receiptKey };
  const arrival = { channel: 'web', receivedAt, collectedOn: null, importKey: null } as const;
  return prepareProposal(intake, consultation, body, arrival);
}
