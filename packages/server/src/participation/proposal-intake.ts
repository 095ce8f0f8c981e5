import {
  checkAnswers,
  graphemeCount,
  proposalContent,
  writtenLanguage,
  type FieldIssue,
  type TextLimits,
} from '@nafida/contract';
import { createHash, randomBytes } from 'node:crypto';
import { takeAttachments } from '../attachments/attachment-records.js';
import type { DatabaseTransaction } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { spokenCode } from '@nafida/contract/spoken-code.js';
import type { ConsultationRow } from './consultations.js';
import { duplicatePlaceOf } from './near-duplicates.js';
import type { CheckedBodyOf } from './operation.js';
import { answerPlaceIssues, requirePlace } from './places.js';
import { invalidField, invalidInput } from './problem-error.js';
import { contentOf, untouched, type ProposalRow } from './proposal-records.js';
import { requireSession } from './proposal-sessions.js';
import { signReceipt } from './receipt-keys.js';
import { proposalVector } from './proposal-words.js';

/** How and when a proposal came in. */
export interface Arrival {
  readonly channel: ProposalRow['channel'];
  readonly receivedAt: Date;
  /** Civil date; null unless it was collected outside the web. */
  readonly collectedOn: string | null;
  /** Name in the table it was typed into; null unless it came from one. */
  readonly importKey: string | null;
}

/**
 * Checks a proposal against what its consultation asks, and stores it with a reference of its own. Whether the
 * consultation is open, and what was consented to, is the caller's to check. Throws `invalid_input`.
 */
export async function storeProposal(
  transaction: DatabaseTransaction,
  keyring: Keyring,
  site: string,
  consultation: ConsultationRow,
  body: CheckedBodyOf<'createProposal'>,
  { channel, receivedAt, collectedOn, importKey }: Arrival,
): Promise<ProposalRow> {
  const { policy } = consultation;
  const isAxis = consultation.axes.some(({ id }) => id === body.axis);
  if (!isAxis) throw invalidField('axis', 'invalid_choice');
  // Sheets of paper ask what they ask.
  const answers =
    channel === 'web' || body.answers
      ? checkAnswers(consultation.questions, body.answers, body.attachments)
      : ({ ok: true, value: null } as const);
  const issues = [
    ...lengthIssue('title', body.title, policy.title),
    ...lengthIssue('body', body.body, policy.body),
    ...(answers.ok
      ? answerPlaceIssues(consultation.questions, answers.value ?? {})
      : answers.issues),
    ...countIssue(
      (body.attachments ?? []).filter(({ question }) => question === undefined).length,
      policy.attachments?.count ?? 0,
    ),
  ];
  if (!answers.ok || issues.length > 0) throw invalidInput(...issues);
  if (body.session !== undefined) await requireSession(transaction, site, body.session);
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
    title_language: writtenLanguage(body.title, body.language),
    body_language: writtenLanguage(body.body, body.language),
  };
  const row = {
    site,
    ...content,
    place_code: place?.code ?? null,
    answers: consultation.questions.length > 0 ? answers.value : null,
    content_hash: createHash('sha256')
      .update(proposalContent(contentOf(content)))
      .digest('hex'),
    author_name: body.author?.name ?? null,
    author_name_visible: body.author?.nameVisible ?? false,
    author_email: body.author?.email ?? null,
    author_phone: body.author?.phone ?? null,
    consent_hash: body.consent.privacyHash,
    channel,
    collected_on: collectedOn,
    session: body.session ?? null,
    import_key: importKey,
    ...untouched,
    received_at: receivedAt,
  } as const;
  const words = proposalVector(body);
  const likes = await duplicatePlaceOf(transaction, row);
  for (;;) {
    const reference = newReference(receivedAt);
    const trackingCode = keyring.codeFor('tracking', site, reference);
    const tracking_hash = keyring.lookUpHash('tracking', site, trackingCode) ?? '';
    const stored = {
      ...row,
      reference,
      duplicate_group: likes.group ?? reference,
      grouped_at: likes.groupedAt ?? receivedAt,
      tracking_hash,
      ...(await signReceipt(transaction, keyring, { ...row, reference })),
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
    if (count === 0n) continue;
    await takeAttachments(transaction, keyring, stored, body.attachments ?? []);
    return stored;
  }
}

/**
 * A reference such as `2026-7K4QM2`. It is drawn at random: a running number would make all who send at once
 * wait for each other, and would tell how many proposals staff have not published.
 */
function newReference(receivedAt: Date): string {
  return `${receivedAt.getUTCFullYear()}-${spokenCode(randomBytes(4), 6)}`;
}

function countIssue(count: number, maximum: number): FieldIssue[] {
  return count > maximum ? [{ path: 'attachments', code: 'too_large', maximum }] : [];
}

function lengthIssue(path: string, text: string, { min, max }: TextLimits): FieldIssue[] {
  const length = graphemeCount(text);
  if (length < min) return [{ path, code: 'too_short', minimum: min }];
  return length > max ? [{ path, code: 'too_long', maximum: max }] : [];
}
