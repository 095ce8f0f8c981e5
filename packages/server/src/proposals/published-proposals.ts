import {
  proposalTable,
  tableLimit,
  type Proposal,
  type ProposalAttachment,
  type ProposalSession,
} from '@nafida/contract';
import { attachmentsOf } from '../attachments/attachment-records.js';
import type { DatabaseReader } from '../database/database.js';
import { Cursors, defaultLimit } from '../operations/cursor.js';
import type { Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { nearProposals } from './near-proposals.js';
import { chosenProposals, placeInOrder, type ProposalPlace } from './proposal-choice.js';
import { contentOf, findProposal, type ProposalRow } from './proposal-records.js';
import type { ProposalServices } from './proposal-services.js';
import { sessionsOf } from './proposal-sessions.js';
import { answerOf } from './receipts.js';

function proposalOf(
  row: ProposalRow,
  attachments: ProposalAttachment[],
  session: ProposalSession | null,
): Proposal {
  return {
    reference: row.reference,
    ...contentOf(row),
    ...{ attachments, session },
    author: row.author_name_visible ? row.author_name : null,
    channel: row.channel,
    collectedOn: row.collected_on,
    status: row.status as Proposal['status'],
    supports: row.supports,
    answer: answerOf(row),
    publishedAt: (row.moderated_at ?? row.received_at).toISOString(),
  };
}

/** Published proposals as anybody sees them. */
async function proposalsOf(
  reader: DatabaseReader,
  site: string,
  rows: readonly ProposalRow[],
): Promise<Proposal[]> {
  const files = await attachmentsOf(reader, site, rows);
  const sessions = await sessionsOf(reader, site, rows);
  return rows.map((row) =>
    proposalOf(row, files.get(row.reference) ?? [], sessions.get(row.session) ?? null),
  );
}

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
  const items = await proposalsOf(database.reader, site.id, page.rows);
  return { body: { items, nextCursor: page.nextCursor } };
};

/** One published proposal. Fails with `proposal_withdrawn` where it was public, else with `not_found`. */
export const getProposal: Handler<'getProposal'> = async ({ database }, { site, parameters }) => {
  const row = await findProposal(database.reader, site.id, parameters.proposal);
  if (row?.moderation === 'published') {
    const [proposal] = await proposalsOf(database.reader, site.id, [row]);
    return { body: proposal! };
  }
  // Whoever held its address learns why it is gone; what never was public leaves no trace.
  const wasPublic = row?.moderation === 'withdrawn' && row.moderated_at && !row.refusal_reason;
  throw new ProblemError(wasPublic ? 'proposal_withdrawn' : 'not_found');
};

/** Published proposals as a CSV file. */
export const getProposalTable: Handler<'getProposalTable'> = async (
  { database },
  { site, query: { separator, ...choice } },
) => {
  const rows = await chosenProposals(database.reader, site.id, choice, { limit: tableLimit });
  return { body: proposalTable(await proposalsOf(database.reader, site.id, rows), separator) };
};

/** Published proposals whose title is near to the given one. */
export const listSimilarProposals: Handler<'listSimilarProposals', ProposalServices> = async (
  { database, titles },
  { site, query: { title, consultation } },
) => {
  const choice = { site: site.id, title, consultation };
  const rows = await nearProposals(database.reader, await titles.of(site.id), choice);
  return { body: { items: await proposalsOf(database.reader, site.id, rows) } };
};
