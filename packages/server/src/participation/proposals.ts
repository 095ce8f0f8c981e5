import {
  checkAnswers,
  graphemeCount,
  proposalContent,
  type FieldIssue,
  type TextLimits,
} from '@nafida/contract';
import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseTransaction } from '../database/database.js';
import { spokenCode } from '../spoken-code.js';
import { findConsultation, stateOfConsultation } from './consultations.js';
import { performOnce } from './idempotency.js';
import type { Call, Handler, Services } from './operation.js';
import { requirePlace } from './places.js';
import { invalidField, invalidInput, ProblemError } from './problem-error.js';
import { contentOf, findProposal, untouched, type ProposalRow } from './proposal-records.js';
import { duplicatePlaceOf } from './near-duplicates.js';
import { proposalVector } from './proposal-words.js';
import { receiptOf } from './receipts.js';
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
  return { body: receiptOf({ ...received, ...untouched }, [], trackingCode), replayed };
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

  const { policy } = consultation;
  const isAxis = consultation.axes.some(({ id }) => id === body.axis);
  if (!isAxis) throw invalidField('axis', 'invalid_choice');
  const answers = checkAnswers(consultation.questions, body.answers);
  const issues = [
    ...lengthIssue('title', body.title, policy.title),
    ...lengthIssue('body', body.body, policy.body),
    ...(answers.ok ? [] : answers.issues),
  ];
  if (!answers.ok || issues.length > 0) throw invalidInput(...issues);
  const place = requirePlace(
    body.territory,
    { code: consultation.territory_code, vintage: consultation.territory_vintage },
    policy.territoryLevel,
  );

  const content = {
    consultation: body.consultation,
    axis: body.axis,
    territory_code: body.territory?.code ?? null,
    territory_vintage: body.territory?.vintage ?? null,
    title: body.title,
    body: body.body,
    language: body.language,
  };
  const row = {
    site: site.id,
    ...content,
    place_code: place?.code ?? null,
    answers: consultation.questions.length > 0 ? answers.value : null,
    content_hash: createHash('sha256')
      .update(proposalContent(contentOf(content)))
      .digest('hex'),
    author_name: body.author?.name ?? null,
    author_name_visible: body.author?.nameVisible ?? false,
    author_email: body.author?.email ?? null,
    consent_hash: body.consent.privacyHash,
    channel: 'web',
    ...untouched,
    received_at: receivedAt,
  } as const;
  const words = proposalVector(body);
  const likes = await duplicatePlaceOf(transaction, row);
  for (;;) {
    const reference = newReference(receivedAt);
    const trackingCode = keyring.codeFor('tracking', site.id, reference);
    const tracking_hash = keyring.lookUpHash('tracking', site.id, trackingCode) ?? '';
    const stored = {
      ...row,
      reference,
      duplicate_group: likes.group ?? reference,
      grouped_at: likes.groupedAt ?? receivedAt,
      tracking_hash,
    };
    const { numInsertedOrUpdatedRows: count } = await transaction
      .insertInto('proposal')
      .values({
        ...stored,
        answers: row.answers && JSON.stringify(row.answers),
        words,
        likeness: likes.keys,
      })
      .onConflict((conflict) => conflict.columns(['site', 'reference']).doNothing())
      .executeTakeFirst();
    if (count === 1n) return stored;
  }
}

/**
 * A reference such as `2026-7K4QM2`. It is drawn at random: a running number would make all who send at once
 * wait for each other, and would tell how many proposals staff have not published.
 */
function newReference(receivedAt: Date): string {
  return `${receivedAt.getUTCFullYear()}-${spokenCode(randomBytes(4), 6)}`;
}

function lengthIssue(path: string, text: string, { min, max }: TextLimits): FieldIssue[] {
  const length = graphemeCount(text);
  if (length < min) return [{ path, code: 'too_short', minimum: min }];
  return length > max ? [{ path, code: 'too_long', maximum: max }] : [];
}
