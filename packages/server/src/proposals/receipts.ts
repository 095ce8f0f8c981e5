import type {
  AnswerFile,
  AuthorQuestion,
  OfficialAnswer,
  ProposalAttachment,
  ProposalSession,
  Receipt,
} from '@nafida/contract';
import { homeZone, withOffset } from '@nafida/contract/civil-time.js';
import { answerFilesOf, attachmentsOf } from '../attachments/attachment-records.js';
import type { DatabaseReader } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import type { Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { questionsAbout } from './author-questions.js';
import { contentOf, findProposal, proposalColumns, type ProposalRow } from './proposal-records.js';
import { sessionsOf } from './proposal-sessions.js';

/** The files of a proposal: those that are published with it, and those that answer questions. */
export interface ReceiptFiles {
  readonly attachments: ProposalAttachment[];
  readonly answerFiles: AnswerFile[];
}

/** The receipt of a proposal; `trackingCode` only in the answer to the create. */
export function receiptOf(
  row: ProposalRow,
  questions: AuthorQuestion[],
  trackingCode: string | null,
  { attachments, answerFiles }: ReceiptFiles,
  session: ProposalSession | null,
): Receipt {
  const refusal = row.refusal_reason && { reason: row.refusal_reason, words: row.refusal_words };
  return {
    reference: row.reference,
    receivedAt: withOffset(homeZone, row.received_at),
    contentHash: row.content_hash,
    signature: signatureOf(row),
    trackingCode,
    moderation: row.moderation,
    refusal: (refusal || null) as Receipt['refusal'],
    status: row.status as Receipt['status'],
    answer: answerOf(row),
    questions,
    mergedInto: row.merged_into,
    channel: row.channel,
    collectedOn: row.collected_on,
    ...contentOf(row),
    ...{ attachments, session, answerFiles },
  };
}

function signatureOf({ receipt_key, receipt_signature }: ProposalRow): Receipt['signature'] {
  if (receipt_key === null || receipt_signature === null) return null;
  return { key: receipt_key, value: receipt_signature };
}

/** The official answer to a proposal, null if there is none. */
export function answerOf({ answer, answered_at }: ProposalRow): OfficialAnswer | null {
  if (!answer || !answered_at) return null;
  return { text: answer, answeredAt: answered_at.toISOString() };
}

/** The proposal that a tracking code opens. Throws `unauthorized`. */
export async function findByCode(
  reader: DatabaseReader,
  keyring: Keyring,
  site: string,
  code: string,
): Promise<ProposalRow> {
  const hash = keyring.lookupHash('tracking', site, code);
  const row =
    hash &&
    (await reader
      .selectFrom('proposal')
      .select(proposalColumns)
      .where('site', '=', site)
      .where('tracking_hash', '=', hash)
      .executeTakeFirst());
  if (!row) throw new ProblemError('unauthorized');
  return row;
}

/** The files of one proposal. */
export async function receiptFilesOf(
  reader: DatabaseReader,
  proposal: { site: string; reference: string; language: string },
): Promise<ReceiptFiles> {
  const { site, reference } = proposal;
  return {
    attachments: (await attachmentsOf(reader, site, [proposal])).get(reference) ?? [],
    answerFiles: (await answerFilesOf(reader, site, [proposal])).get(reference) ?? [],
  };
}

/** A receipt as it is read later: without its code, with the answer to the proposal that represents it. */
export async function readReceipt(reader: DatabaseReader, row: ProposalRow): Promise<Receipt> {
  const questions = await questionsAbout(reader, row.site, [row.reference]);
  const { reference } = row;
  const files = await receiptFilesOf(reader, row);
  const session = (await sessionsOf(reader, row.site, [row])).get(row.session) ?? null;
  const receipt = receiptOf(row, questions.get(reference) ?? [], null, files, session);
  if (row.moderation !== 'merged' || row.merged_into === null) return receipt;
  const other = await findProposal(reader, row.site, row.merged_into);
  if (other?.moderation !== 'published') return receipt;
  return { ...receipt, status: other.status as Receipt['status'], answer: answerOf(other) };
}

/** The receipt of a proposal with its present status, by the tracking code. */
export const getReceipt: Handler<'getReceipt'> = async ({ database, keyring }, { site, token }) => {
  const row = await findByCode(database.reader, keyring, site.id, token);
  return { body: await readReceipt(database.reader, row) };
};
