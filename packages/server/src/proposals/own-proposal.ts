import { answerFilesOf, dropAttachments } from '../attachments/attachment-records.js';
import type { DatabaseTransaction } from '../database/database.js';
import { record } from '../operations/audit.js';
import { isIdentifier, type Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { lockProposals, proposalColumns, type ProposalRow } from './proposal-records.js';
import { findByCode, readReceipt } from './receipts.js';
import { authorOf } from './submissions.js';

// Actions of authors with their own proposal, by its tracking code.

/** Everything that is stored about an author, by the tracking code. */
export const getOwnData: Handler<'getOwnData'> = async ({ database, keyring }, { site, token }) => {
  const { reader } = database;
  const row = await findByCode(reader, keyring, site.id, token);
  const messages = await reader
    .selectFrom('outbox')
    .select(['kind', 'state', 'created_at'])
    .where('site', '=', site.id)
    .where('proposal', '=', row.reference)
    .orderBy('created_at')
    .execute();
  return {
    body: {
      receipt: await readReceipt(reader, row),
      answers: row.answers ?? {},
      answerFiles: (await answerFilesOf(reader, site.id, [row])).get(row.reference) ?? [],
      author: authorOf(row),
      consent: { privacyHash: row.consent_hash, acceptedAt: row.received_at.toISOString() },
      messages: messages.map(({ kind, state, created_at }) => ({
        kind,
        state,
        createdAt: created_at.toISOString(),
      })),
    },
  };
};

/** Stores the reply of an author to a question of the staff. Fails with `not_found`. */
export const replyToQuestion: Handler<'replyToQuestion'> = async (
  { database, keyring },
  { site, token, parameters, body },
) => {
  const { reference } = await findByCode(database.reader, keyring, site.id, token);
  const { question } = parameters;
  if (!isIdentifier(question)) throw new ProblemError('not_found');
  return database.transaction(async (transaction) => {
    const row = await locked(transaction, site.id, reference);
    const asked = await transaction
      .selectFrom('author_question')
      .selectAll()
      .where('site', '=', site.id)
      .where('question', '=', question)
      .where('proposal', '=', reference)
      .executeTakeFirst();
    if (!asked) throw new ProblemError('not_found');
    const isSame = asked.reply === body.text && asked.reply_language === body.language;
    if (asked.replied_at !== null && !isSame) throw new ProblemError('already_replied');
    if (asked.replied_at === null) {
      if (row.moderation === 'withdrawn') throw new ProblemError('proposal_withdrawn');
      await transaction
        .updateTable('author_question')
        .set({ reply: body.text, reply_language: body.language, replied_at: new Date() })
        .where('site', '=', site.id)
        .where('question', '=', question)
        .execute();
      await record(transaction, row, { by: null, action: 'replied' });
    }
    return { body: await readReceipt(transaction, row) };
  });
};

/** Withdraws a proposal and deletes what names its author; done twice, it changes nothing. */
export const withdrawProposal: Handler<'withdrawProposal'> = async (
  { database, keyring },
  { site, token },
) => {
  const { reference } = await findByCode(database.reader, keyring, site.id, token);
  return database.transaction(async (transaction) => {
    const row = await locked(transaction, site.id, reference);
    if (row.moderation === 'withdrawn') return { body: await readReceipt(transaction, row) };
    // Nobody is written to any more, and nothing that names the author is kept.
    await transaction
      .deleteFrom('outbox')
      .where('site', '=', site.id)
      .where('proposal', '=', reference)
      .where('state', 'in', ['pending', 'to_call'])
      .execute();
    await dropAttachments(transaction, site.id, reference, null);
    const withdrawn = await transaction
      .updateTable('proposal')
      .set({
        moderation: 'withdrawn',
        status: 'withdrawn',
        author_name: null,
        author_name_visible: false,
        author_email: null,
        author_phone: null,
        answers: null,
        likeness: [],
      })
      .where('site', '=', site.id)
      .where('reference', '=', reference)
      .returning(proposalColumns)
      .executeTakeFirstOrThrow();
    await record(transaction, row, { by: null, action: 'withdrawn' });
    return { body: await readReceipt(transaction, withdrawn) };
  });
};

async function locked(
  transaction: DatabaseTransaction,
  site: string,
  reference: string,
): Promise<ProposalRow> {
  const row = (await lockProposals(transaction, site, [reference])).get(reference);
  if (!row) throw new ProblemError('unauthorized');
  return row;
}
