import { proposalTable, tableLimit } from '@nafida/contract';
import { Cursors, defaultLimit } from '../operations/cursor.js';
import type { Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { nearProposals } from './near-proposals.js';
import { chosenProposals, placeInOrder, type ProposalPlace } from './proposal-choice.js';
import { findProposal } from './proposal-records.js';
import type { ProposalServices } from './proposal-services.js';
import { publicForm } from './public-form.js';

/** Published proposals, searched, filtered and sorted, page by page. */
export const listProposals: Handler<'listProposals'> = async (
  { database, keyring },
  { site, query },
) => {
  const { cursor, limit = defaultLimit, ...choice } = query;
  const cursors = new Cursors<ProposalPlace>(keyring, site.id, 'proposals', query);
  const portion = { limit: limit + 1, after: cursors.read(cursor) };
  const rows = await chosenProposals(database.reader, site.id, choice, portion);
  const page = cursors.page(rows, limit, (row) => placeInOrder(row, choice.sort));
  const items = await publicForm(database.reader, site.id, page.rows);
  return { body: { items, nextCursor: page.nextCursor } };
};

/** One published proposal. Fails with `proposal_withdrawn` if it was public, otherwise with `not_found`. */
export const getProposal: Handler<'getProposal'> = async ({ database }, { site, parameters }) => {
  const row = await findProposal(database.reader, site.id, parameters.proposal);
  if (row?.moderation === 'published') {
    const [proposal] = await publicForm(database.reader, site.id, [row]);
    return { body: proposal! };
  }
  // People who had its address learn why it is gone; a proposal that was never public leaves no trace.
  const wasPublic = row?.moderation === 'withdrawn' && row.moderated_at && !row.refusal_reason;
  throw new ProblemError(wasPublic ? 'proposal_withdrawn' : 'not_found');
};

/** Published proposals as a CSV file. */
export const getProposalTable: Handler<'getProposalTable'> = async (
  { database },
  { site, query: { separator, ...choice } },
) => {
  const rows = await chosenProposals(database.reader, site.id, choice, { limit: tableLimit });
  return { body: proposalTable(await publicForm(database.reader, site.id, rows), separator) };
};

/** Published proposals whose title is near to the given one. */
export const listSimilarProposals: Handler<'listSimilarProposals', ProposalServices> = async (
  { database, titles, proposalReads },
  { site, query: { title, consultation } },
) => {
  const index = await titles.of(site.id);
  const reads = proposalReads.of(database.reader, site.id);
  const references = await nearProposals(reads, index, { title, consultation });
  if (references.length === 0) return { body: { items: [] } };
  const proposals = await reads.proposals.join(references);
  return { body: { items: references.flatMap((reference) => proposals.get(reference) ?? []) } };
};
