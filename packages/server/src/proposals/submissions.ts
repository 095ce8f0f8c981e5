import type { AuthorQuestion, ProposalSession, Submission } from '@nafida/contract';
import { sql, type SelectQueryBuilder } from 'kysely';
import { answerFilesOf, attachmentsOf } from '../attachments/attachment-records.js';
import type { DatabaseReader } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { Cursors, defaultLimit } from '../operations/cursor.js';
import type { Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { questionsAbout } from './author-questions.js';
import { findProposal, proposalColumns, type ProposalRow } from './proposal-records.js';
import { sessionsOf } from './proposal-sessions.js';
import type { ReceiptFiles } from './receipts.js';
import { receiptOf } from './receipts.js';

/** All proposals of a site in the order of the queue: by the age of their groups, so that similar ones are together. */
export function selectQueue(
  reader: DatabaseReader,
  site: string,
): SelectQueryBuilder<Tables, 'proposal', ProposalRow> {
  return reader
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('site', '=', site)
    .orderBy('grouped_at')
    .orderBy('duplicate_group')
    .orderBy('received_at')
    .orderBy('reference');
}

function submissionOf(
  row: ProposalRow,
  questions: AuthorQuestion[],
  files: ReceiptFiles,
  session: ProposalSession | null,
): Submission {
  return {
    ...receiptOf(row, questions, null, files, session),
    group: row.duplicate_group,
    answers: row.answers ?? {},
    author: authorOf(row),
  };
}

/** Proposals as staff see them. */
export async function submissionsOf(
  reader: DatabaseReader,
  site: string,
  rows: readonly ProposalRow[],
): Promise<Submission[]> {
  const references = rows.map(({ reference }) => reference);
  const questions = await questionsAbout(reader, site, references);
  const files = await attachmentsOf(reader, site, rows);
  const answerFiles = await answerFilesOf(reader, site, rows);
  const sessions = await sessionsOf(reader, site, rows);
  return rows.map((row) =>
    submissionOf(
      row,
      questions.get(row.reference) ?? [],
      {
        attachments: files.get(row.reference) ?? [],
        answerFiles: answerFiles.get(row.reference) ?? [],
      },
      sessions.get(row.session) ?? null,
    ),
  );
}

/** The author as given; null if unknown. */
export function authorOf(row: ProposalRow): Submission['author'] {
  const { author_name: name, author_email: email, author_phone: phone } = row;
  if (name === null && email === null && phone === null) return null;
  return { name, nameVisible: row.author_name_visible, email, phone };
}

/** One proposal with everything that the staff may see. Fails with `not_found`. */
export const getSubmission: Handler<'getSubmission'> = async (
  { database },
  { site, parameters },
) => {
  const row = await findProposal(database.reader, site.id, parameters.submission);
  if (!row) throw new ProblemError('not_found');
  const [submission] = await submissionsOf(database.reader, site.id, [row]);
  return { body: submission! };
};

/** Proposals for the staff, oldest first, those that say nearly the same together, page by page. */
export const listSubmissions: Handler<'listSubmissions'> = async (
  { database, keyring },
  { site, query },
) => {
  const limit = query.limit ?? defaultLimit;
  const cursors = new Cursors<
    [groupedAt: string, group: string, receivedAt: string, reference: string]
  >(keyring, site.id, 'submissions', query);
  const after = cursors.read(query.cursor);
  let select = selectQueue(database.reader, site.id).limit(limit + 1);
  if (query.moderation) select = select.where('moderation', '=', query.moderation);
  if (after) {
    const [groupedAt, group, receivedAt, reference] = after;
    select = select.where(
      sql<boolean>`(grouped_at, duplicate_group, received_at, reference) >
        (${groupedAt}::timestamptz, ${group}, ${receivedAt}::timestamptz, ${reference})`,
    );
  }
  const page = cursors.page(await select.execute(), limit, (row) => [
    row.grouped_at.toISOString(),
    row.duplicate_group,
    row.received_at.toISOString(),
    row.reference,
  ]);
  const items = await submissionsOf(database.reader, site.id, page.rows);
  return { body: { items, nextCursor: page.nextCursor } };
};
