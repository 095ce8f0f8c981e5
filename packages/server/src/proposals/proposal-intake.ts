import {
  checkAnswers,
  graphemeCount,
  proposalContent,
  writtenLanguage,
  type Answers,
  type FieldIssue,
  type TextLimits,
} from '@nafida/contract';
import type { InsertQueryBuilder, InsertResult, QueryCreator, RawBuilder } from 'kysely';
import { createHash, randomBytes } from 'node:crypto';
import { encodeCode } from '@nafida/contract/typed-code.js';
import { takeAttachments } from '../attachments/attachment-records.js';
import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { Keyring } from '../keyring.js';
import type { CheckedBodyOf } from '../operations/operation.js';
import { answerPlaceIssues, requirePlace } from '../operations/places.js';
import { invalidField, invalidInput } from '../operations/problem-error.js';
import type { ConsultationRow } from '../sites/consultations.js';
import { signReceipt, type OpenedKey } from '../sites/receipt-keys.js';
import { duplicatePlaceOf } from './near-duplicates.js';
import { contentOf, untouched, type ProposalRow } from './proposal-records.js';
import { requireSession } from './proposal-sessions.js';
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

/** A proposal that may be stored. */
export interface PreparedProposal {
  readonly row: ProposalRow;
  /** Its search words. */
  readonly keys: { readonly words: RawBuilder<string>; readonly likeness: string[] };
  readonly attachments: NonNullable<CheckedBodyOf<'createProposal'>['attachments']>;
}

/** The input for preparing a proposal. */
export interface Intake {
  readonly reader: DatabaseReader;
  readonly keyring: Keyring;
  readonly receiptKey: OpenedKey;
}

/**
 * Checks a proposal against what its consultation asks, and draws a reference for it. Whether the consultation is open, and
 * what was consented to, is the caller's to check. Throws `invalid_input`.
 */
export async function prepareProposal(
  { reader, keyring, receiptKey }: Intake,
  consultation: ConsultationRow,
  body: CheckedBodyOf<'createProposal'>,
  { channel, receivedAt, collectedOn, importKey }: Arrival,
): Promise<PreparedProposal> {
  const { site, policy } = consultation;
  const isAxis = consultation.axes.some(({ id }) => id === body.axis);
  if (!isAxis) throw invalidField('axis', 'invalid_choice');
  const answers = requireAnswers(consultation, body, channel);
  if (body.session !== undefined) await requireSession(reader, site, body.session);
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
    answers: consultation.questions.length > 0 ? answers : null,
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
  const likes = await duplicatePlaceOf(reader, row);
  const reference = newReference(receivedAt);
  const trackingCode = keyring.codeFor('tracking', site, reference);
  return {
    row: {
      ...row,
      reference,
      duplicate_group: likes.group ?? reference,
      grouped_at: likes.groupedAt ?? receivedAt,
      tracking_hash: keyring.lookupHash('tracking', site, trackingCode) ?? '',
      ...signReceipt(receiptKey, { ...row, reference }),
    },
    keys: { words: proposalVector(body), likeness: likes.keys },
    attachments: body.attachments ?? [],
  };
}

/** The answers to the consultation's questions; null on paper, which has its own. Throws every issue as `invalid_input`. */
function requireAnswers(
  { policy, questions }: ConsultationRow,
  body: CheckedBodyOf<'createProposal'>,
  channel: Arrival['channel'],
): Answers | null {
  const answers =
    channel === 'web' || body.answers
      ? checkAnswers(questions, body.answers, body.attachments)
      : ({ ok: true, value: null } as const);
  const issues = [
    ...lengthIssue('title', body.title, policy.title),
    ...lengthIssue('body', body.body, policy.body),
    ...(answers.ok ? answerPlaceIssues(questions, answers.value ?? {}) : answers.issues),
    ...countIssue(
      (body.attachments ?? []).filter(({ question }) => question === undefined).length,
      policy.attachments?.count ?? 0,
    ),
  ];
  if (!answers.ok || issues.length > 0) throw invalidInput(...issues);
  return answers.value;
}

/** The statement that stores the row of a proposal. */
export function proposalInsert(
  query: QueryCreator<Tables>,
  { row, keys }: PreparedProposal,
): InsertQueryBuilder<Tables, 'proposal', InsertResult> {
  return query.insertInto('proposal').values({
    ...row,
    ...untouched,
    answers: row.answers && JSON.stringify(row.answers),
    ...keys,
  });
}

/** Stores a proposal with its files; false if its reference is taken, which hardly ever happens. */
export async function insertProposal(
  transaction: DatabaseTransaction,
  keyring: Keyring,
  prepared: PreparedProposal,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: count } = await proposalInsert(transaction, prepared)
    .onConflict((conflict) => conflict.columns(['site', 'reference']).doNothing())
    .executeTakeFirst();
  if (count === 0n) return false;
  await takeAttachments(transaction, keyring, prepared.row, prepared.attachments);
  return true;
}

/**
 * A reference such as `2026-7K4QM2`. It is drawn at random: a running number would make all who send at once
 * wait for each other, and would tell how many proposals staff have not published.
 */
function newReference(receivedAt: Date): string {
  return `${receivedAt.getUTCFullYear()}-${encodeCode(randomBytes(4), 6)}`;
}

function countIssue(count: number, maximum: number): FieldIssue[] {
  return count > maximum ? [{ path: 'attachments', code: 'too_large', maximum }] : [];
}

function lengthIssue(path: string, text: string, { min, max }: TextLimits): FieldIssue[] {
  if (graphemeCount(text, min) < min) return [{ path, code: 'too_short', minimum: min }];
  // Never more than units: most texts need not be counted to their end.
  const isTooLong = text.length > max && graphemeCount(text, max) > max;
  return isTooLong ? [{ path, code: 'too_long', maximum: max }] : [];
}
