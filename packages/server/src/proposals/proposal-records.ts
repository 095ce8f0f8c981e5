import type { Proposal } from '@nafida/contract';
import type { Selectable } from 'kysely';
import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import type { ProposalTable } from '../database/tables.js';
import { isIdentifier } from '../operations/operation.js';

/** A proposal as it is stored, without what it is found by. */
export type ProposalRow = Omit<Selectable<ProposalTable>, 'words' | 'likeness'>;

/** The columns of {@link ProposalRow}. */
export const proposalColumns = [
  'site',
  'reference',
  'consultation',
  'axis',
  'territory_code',
  'territory_vintage',
  'place_code',
  'title',
  'body',
  'answers',
  'language',
  'title_language',
  'body_language',
  'content_hash',
  'author_name',
  'author_name_visible',
  'author_email',
  'author_phone',
  'consent_hash',
  'channel',
  'collected_on',
  'session',
  'import_key',
  'status',
  'moderation',
  'refusal_reason',
  'refusal_words',
  'moderated_by',
  'received_at',
  'moderated_at',
  'tracking_hash',
  'receipt_key',
  'receipt_signature',
  'supports',
  'answered_at',
  'answer',
  'merged_into',
  'duplicate_group',
  'grouped_at',
] as const satisfies readonly (keyof ProposalRow)[];

/** The columns that hold what the citizen wrote. */
export type ProposalContent = Pick<
  ProposalRow,
  | 'consultation'
  | 'axis'
  | 'territory_code'
  | 'territory_vintage'
  | 'title'
  | 'body'
  | 'language'
  | 'title_language'
  | 'body_language'
>;

/** A proposal that nobody has looked at yet. */
export const untouched = {
  status: 'not_answered',
  moderation: 'pending',
  refusal_reason: null,
  refusal_words: null,
  moderated_by: null,
  moderated_at: null,
  supports: 0,
  answered_at: null,
  answer: null,
  merged_into: null,
} as const;

/** The proposal with this reference, whatever its state, or undefined. */
export async function findProposal(
  reader: DatabaseReader,
  site: string,
  reference: string,
): Promise<ProposalRow | undefined> {
  if (!isIdentifier(reference)) return undefined;
  return reader
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('site', '=', site)
    .where('reference', '=', reference)
    .executeTakeFirst();
}

/** Proposals by their references, locked until the transaction ends, always in the same order. */
export async function lockProposals(
  transaction: DatabaseTransaction,
  site: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, ProposalRow>> {
  const known = references.filter(isIdentifier);
  if (known.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('site', '=', site)
    .where('reference', 'in', known)
    .orderBy('reference')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.reference, row]));
}

/** The content of a proposal that both the public and its author see. */
export function contentOf(
  row: ProposalContent,
): Pick<Proposal, 'consultation' | 'axis' | 'territory' | 'title' | 'body'> {
  const languageOf = (own: string | null) => own ?? row.language;
  return {
    consultation: row.consultation,
    axis: row.axis,
    territory:
      row.territory_code === null || row.territory_vintage === null
        ? null
        : { code: row.territory_code, vintage: row.territory_vintage },
    title: { text: row.title, language: languageOf(row.title_language) },
    body: { text: row.body, language: languageOf(row.body_language) },
  };
}
