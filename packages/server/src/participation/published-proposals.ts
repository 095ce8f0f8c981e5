import { proposalTable, tableLimit, type Proposal } from '@nafida/contract';
import { Cursors, defaultLimit } from './cursor.js';
import { nearProposals } from './near-proposals.js';
import type { Handler } from './operation.js';
import { ProblemError } from './problem-error.js';
import { chosenProposals, placeInOrder, type ProposalPlace } from './proposal-choice.js';
import { contentOf, findProposal, type ProposalRow } from './proposal-records.js';
import { answerOf } from './receipts.js';

/** A published proposal as anybody sees it. */
export function proposalOf(row: ProposalRow): Proposal {
  return {
    reference: row.reference,
    ...contentOf(row),
    author: row.author_name_visible ? row.author_name : null,
    channel: row.channel,
    collectedOn: row.collected_on,
    status: row.status as Proposal['status'],
    supports: row.supports,
    answer: answerOf(row),
    publishedAt: (row.moderated_at ?? row.received_at).toISOString(),
  };
}

export const listProposals: Handler<'listProposals'> = async (
  { database, keyring },
  { site, query },
) => {
  const { cursor, limit = defaultLimit, ...choice } = query;
  const cursors = new Cursors<ProposalPlace>(keyring, site.id, 'proposals', query);
  const portion = { limit: limit + 1, after: cursors.read(cursor) };
  const rows = await chosenProposals(database.reader, site.id, choice, portion);
  const page = cursors.page(rows, limit, (row) => placeInOrder(row, choice.sort));
  return { body: { items: page.rows.map(proposalOf), nextCursor: page.nextCursor } };
};

export const getProposal: Handler<'getProposal'> = async ({ database }, { site, parameters }) => {
  const row = await findProposal(database.reader, site.id, parameters.proposal);
  if (row?.moderation === 'published') return { body: proposalOf(row) };
  // Whoever held its address learns why it is gone; what never was public leaves no trace.
  const wasPublic = row?.moderation === 'withdrawn' && row.moderated_at && !row.refusal_reason;
  throw new ProblemError(wasPublic ? 'proposal_withdrawn' : 'not_found');
};

export const getProposalTable: Handler<'getProposalTable'> = async (
  { database },
  { site, query },
) => {
  const rows = await chosenProposals(database.reader, site.id, query, { limit: tableLimit });
  return { body: proposalTable(rows.map(proposalOf)) };
};

export const listSimilarProposals: Handler<'listSimilarProposals'> = async (
  { database },
  { site, query: { title, consultation } },
) => {
  const rows = await nearProposals(database.reader, site.id, title, consultation);
  return { body: { items: rows.map(proposalOf) } };
};
