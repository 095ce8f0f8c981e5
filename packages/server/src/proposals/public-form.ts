import type { Proposal, ProposalAttachment, ProposalSession } from '@nafida/contract';
import { attachmentsOf } from '../attachments/attachment-records.js';
import type { DatabaseReader } from '../database/database.js';
import { contentOf, type ProposalRow } from './proposal-records.js';
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
export async function publicForm(
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
