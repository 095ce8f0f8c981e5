import type { LocalizedText, Submission } from '@nafida/contract';
import { randomUUID } from 'node:crypto';
import { dropAttachments } from '../attachments/attachment-records.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { queueAuthorMail } from '../mail/outbox.js';
import { record, type AuditRecord } from '../operations/audit.js';
import { performOnce } from '../operations/idempotency.js';
import { isIdentifier, type CheckedBodyOf, type Handler } from '../operations/operation.js';
import { invalidField, ProblemError } from '../operations/problem-error.js';
import {
  findProposal,
  lockProposals,
  proposalColumns,
  type ProposalRow,
} from './proposal-records.js';
import { submissionsOf } from './submissions.js';

/** Fields of a proposal that a decision changes. */
type Decided = Partial<
  Pick<
    ProposalRow,
    | 'moderation'
    | 'status'
    | 'refusal_reason'
    | 'moderated_by'
    | 'moderated_at'
    | 'answered_at'
    | 'merged_into'
  >
> & { refusal_words?: string | null; answer?: string | null };

/** The decisions that need a text. */
const answersWithText: ReadonlySet<string> = new Set(['accepted', 'rejected', 'implemented']);

/**
 * Decisions of staff about proposals, over HTTP and at the command line. One transaction stores the decision, its
 * record, and the message to an author who left an address.
 */
export class Moderation {
  readonly #database: Database;
  readonly #site: string;
  readonly #by: string;

  /** @param by who decides, for the record */
  constructor(database: Database, site: string, by: string) {
    this.#database = database;
    this.#site = site;
    this.#by = by;
  }

  /** Throws `not_found`, `already_moderated`. */
  decide(reference: string, decision: CheckedBodyOf<'moderateSubmission'>): Promise<Submission> {
    return this.#change(reference, async (transaction, row) => {
      if (row.moderation !== 'pending') throw new ProblemError('already_moderated');
      const moderated = { moderated_by: this.#by, moderated_at: new Date() };
      if (decision.decision === 'publish') {
        await this.#record(transaction, row, { action: 'published' });
        await queueAuthorMail(transaction, row, { kind: 'proposal_published' });
        return { moderation: 'published', ...moderated };
      }
      const { reason, words } = decision;
      await dropAttachments(transaction, row.site, reference, this.#by);
      await this.#record(transaction, row, { action: 'refused', detail: reason });
      const news = { kind: 'proposal_refused', reason, words: words?.text ?? null } as const;
      await queueAuthorMail(transaction, row, news);
      return {
        moderation: 'refused',
        refusal_reason: reason,
        refusal_words: words ? JSON.stringify(words) : null,
        ...moderated,
      };
    });
  }

  /** Throws `not_found`, `already_moderated`, `question_open`. */
  ask(reference: string, question: CheckedBodyOf<'askAuthor'>): Promise<Submission> {
    return this.#database.transaction(async (transaction) => {
      await this.askIn(transaction, reference, question);
      return this.#shown(transaction, reference);
    });
  }

  async askIn(
    transaction: DatabaseTransaction,
    reference: string,
    { text, language }: CheckedBodyOf<'askAuthor'>,
  ): Promise<void> {
    const row = await this.#lock(transaction, reference);
    requireCurrent(row);
    const { numInsertedOrUpdatedRows: count } = await transaction
      .insertInto('author_question')
      .values({
        site: this.#site,
        question: randomUUID(),
        proposal: reference,
        words: text,
        language,
        asked_at: new Date(),
        reply: null,
        reply_language: null,
        replied_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (count === 0n) throw new ProblemError('question_open');
    await this.#record(transaction, row, { action: 'asked' });
    await queueAuthorMail(transaction, row, { kind: 'proposal_question', question: text });
  }

  /** Throws `not_found`, `already_moderated`, and `invalid_input` if the other proposal cannot represent it. */
  merge(reference: string, { into }: CheckedBodyOf<'mergeSubmission'>): Promise<Submission> {
    return this.#database.transaction(async (transaction) => {
      const rows = await lockProposals(transaction, this.#site, [reference, into]);
      const row = rows.get(reference);
      if (!row) throw new ProblemError('not_found');
      const isMerged = row.moderation === 'merged';
      if (!(isMerged && row.merged_into === into)) {
        requireCurrent(row);
        const other = rows.get(into);
        const stands = other?.moderation === 'published' || other?.moderation === 'pending';
        const isOther = into !== reference && other?.consultation === row.consultation;
        if (!stands || !isOther) throw invalidField('into', 'invalid_choice');
        // Those that it stood for follow it: nobody is sent from one to the next.
        const followers = await transaction
          .updateTable('proposal')
          .set({ merged_into: into })
          .where('site', '=', this.#site)
          .where('merged_into', '=', reference)
          .returning(proposalColumns)
          .execute();
        await this.#set(transaction, reference, { moderation: 'merged', merged_into: into });
        await this.#record(transaction, row, { action: 'merged', detail: into });
        for (const each of [row, ...followers]) {
          await queueAuthorMail(transaction, each, { kind: 'proposal_merged', into });
        }
      }
      return this.#shown(transaction, reference);
    });
  }

  /** Throws `not_found`, `not_published`, and `invalid_input` if a decision needs a text and has none. */
  answer(
    reference: string,
    { status, text }: CheckedBodyOf<'answerSubmission'>,
  ): Promise<Submission> {
    return this.#change(reference, async (transaction, row) => {
      if (row.moderation !== 'published') throw new ProblemError('not_published');
      if (status === 'not_answered' && text) throw invalidField('text', 'unknown_field');
      const kept = status === 'not_answered' ? null : (localized(text) ?? row.answer);
      if (answersWithText.has(status) && !kept) throw invalidField('text', 'required');
      const isSame = JSON.stringify(kept) === JSON.stringify(row.answer);
      if (isSame && status === row.status) return {};
      await this.#record(transaction, row, { action: 'answered', detail: status });
      const news = { kind: 'proposal_answered', status, answer: kept } as const;
      for (const each of [row, ...(await this.#followersOf(transaction, reference))]) {
        await queueAuthorMail(transaction, each, news);
      }
      return {
        status,
        answer: kept && JSON.stringify(kept),
        answered_at: kept && (isSame ? row.answered_at : new Date()),
      };
    });
  }

  async #change(
    reference: string,
    decide: (transaction: DatabaseTransaction, row: ProposalRow) => Promise<Decided>,
  ): Promise<Submission> {
    return this.#database.transaction(async (transaction) => {
      const row = await this.#lock(transaction, reference);
      await this.#set(transaction, reference, await decide(transaction, row));
      return this.#shown(transaction, reference);
    });
  }

  async #lock(transaction: DatabaseTransaction, reference: string): Promise<ProposalRow> {
    const row = (await lockProposals(transaction, this.#site, [reference])).get(reference);
    if (!row) throw new ProblemError('not_found');
    return row;
  }

  async #set(transaction: DatabaseTransaction, reference: string, change: Decided) {
    if (Object.keys(change).length === 0) return;
    await transaction
      .updateTable('proposal')
      .set(change)
      .where('site', '=', this.#site)
      .where('reference', '=', reference)
      .execute();
  }

  /** Proposals that this one represents too. */
  #followersOf(transaction: DatabaseTransaction, reference: string): Promise<ProposalRow[]> {
    return transaction
      .selectFrom('proposal')
      .select(proposalColumns)
      .where('site', '=', this.#site)
      .where('merged_into', '=', reference)
      .where('moderation', '=', 'merged')
      .execute();
  }

  #record(transaction: DatabaseTransaction, row: ProposalRow, what: Omit<AuditRecord, 'by'>) {
    return record(transaction, row, { ...what, by: this.#by });
  }

  async #shown(transaction: DatabaseTransaction, reference: string): Promise<Submission> {
    const row = await findProposal(transaction, this.#site, reference);
    const [submission] = await submissionsOf(transaction, this.#site, row ? [row] : []);
    return submission!;
  }
}

/** Staff go on with what is new or public only. */
function requireCurrent({ moderation }: ProposalRow): void {
  if (moderation !== 'pending' && moderation !== 'published') {
    throw new ProblemError('already_moderated');
  }
}

/** The languages that are there, and no others. */
function localized(text: CheckedBodyOf<'answerSubmission'>['text']): LocalizedText | undefined {
  return text && (JSON.parse(JSON.stringify(text)) as LocalizedText);
}

/** Publishes or refuses a proposal. */
export const moderateSubmission: Handler<'moderateSubmission'> = async (
  { database },
  { site, parameters, body, staff },
) => ({
  body: await new Moderation(database, site.id, staff).decide(parameters.submission, body),
});

/** Asks the author a question; sent again with the same key, it asks once. */
export const askAuthor: Handler<'askAuthor'> = async (services, call) => {
  const { site, parameters, body, staff } = call;
  const { submission } = parameters;
  if (!isIdentifier(submission)) throw new ProblemError('not_found');
  const attempt = {
    site: site.id,
    operation: 'askAuthor',
    key: call.idempotencyKey,
    proof: undefined,
    content: [submission, body],
  };
  const moderation = new Moderation(services.database, site.id, staff);
  const { replayed } = await performOnce(services, attempt, async (transaction) => {
    await moderation.askIn(transaction, submission, body);
    return {};
  });
  const row = await findProposal(services.database.reader, site.id, submission);
  const shown = await submissionsOf(services.database.reader, site.id, row ? [row] : []);
  return { body: shown[0]!, replayed };
};

/** Merges a proposal into another that asks for the same. */
export const mergeSubmission: Handler<'mergeSubmission'> = async (
  { database },
  { site, parameters, body, staff },
) => ({
  body: await new Moderation(database, site.id, staff).merge(parameters.submission, body),
});

/** Gives the official answer and the new status of a proposal. */
export const answerSubmission: Handler<'answerSubmission'> = async (
  { database },
  { site, parameters, body, staff },
) => ({
  body: await new Moderation(database, site.id, staff).answer(parameters.submission, body),
});
