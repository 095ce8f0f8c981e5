import type { ModerationInput, Submission } from '@nafida/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { Cursors, defaultLimit } from './cursor.js';
import { isIdentifier, type Handler } from './operation.js';
import { ProblemError } from './problem-error.js';
import type { ProposalRow } from './proposal-records.js';
import { receiptOf } from './receipts.js';

/** A proposal as staff see it. */
export function submissionOf(row: ProposalRow): Submission {
  const hasAuthor = row.author_name !== null || row.author_email !== null;
  return {
    ...receiptOf(row, null),
    author: hasAuthor
      ? { name: row.author_name, nameVisible: row.author_name_visible, email: row.author_email }
      : null,
  };
}

export const listSubmissions: Handler<'listSubmissions'> = async (
  { database, keyring },
  { site, query },
) => {
  const limit = query.limit ?? defaultLimit;
  const cursors = new Cursors<[receivedAt: string, reference: string]>(
    keyring,
    site.id,
    'submissions',
    query,
  );
  const after = cursors.read(query.cursor);
  let select = database.reader
    .selectFrom('proposal')
    .selectAll()
    .where('site', '=', site.id)
    .orderBy('received_at')
    .orderBy('reference')
    .limit(limit + 1);
  if (query.moderation) select = select.where('moderation', '=', query.moderation);
  if (after) {
    select = select.where(
      sql<boolean>`(received_at, reference) > (${after[0]}::timestamptz, ${after[1]})`,
    );
  }
  const page = cursors.page(await select.execute(), limit, (row) => [
    row.received_at.toISOString(),
    row.reference,
  ]);
  return { body: { items: page.rows.map(submissionOf), nextCursor: page.nextCursor } };
};

/**
 * Publishes or refuses a proposal that is still pending.
 *
 * @param by who decided, for the record
 * @throws ProblemError `not_found`, `already_moderated`
 */
export async function moderate(
  database: Database,
  site: string,
  reference: string,
  decision: ModerationInput,
  by: string,
): Promise<Submission> {
  if (!isIdentifier(reference)) throw new ProblemError('not_found');
  return database.transaction(async (transaction) => {
    const row = await transaction
      .selectFrom('proposal')
      .selectAll()
      .where('site', '=', site)
      .where('reference', '=', reference)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new ProblemError('not_found');
    if (row.moderation !== 'pending') throw new ProblemError('already_moderated');
    const refusal = decision.decision === 'refuse' ? decision : null;
    const moderated = await transaction
      .updateTable('proposal')
      .set({
        moderation: refusal ? 'refused' : 'published',
        refusal_reason: refusal?.reason ?? null,
        refusal_words: refusal?.words ? JSON.stringify(refusal.words) : null,
        moderated_by: by,
        moderated_at: new Date(),
      })
      .where('site', '=', site)
      .where('reference', '=', reference)
      .returningAll()
      .executeTakeFirstOrThrow();
    return submissionOf(moderated);
  });
}

export const moderateSubmission: Handler<'moderateSubmission'> = async (
  { database },
  { site, parameters, body, staff },
) => ({
  body: await moderate(database, site.id, parameters.submission, body, staff),
});
