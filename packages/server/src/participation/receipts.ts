import type { Receipt } from '@nafida/contract';
import { withOffset } from '../civil-time.js';
import type { Handler } from './operation.js';
import { ProblemError } from './problem-error.js';
import { contentOf, type ProposalRow } from './proposal-records.js';

/** The zone in which a Moroccan administration dates what it receives. */
const administrativeZone = 'Africa/Casablanca';

/** What the author of a proposal holds; `trackingCode` only in the answer to the create. */
export function receiptOf(row: ProposalRow, trackingCode: string | null): Receipt {
  const refusal = row.refusal_reason && { reason: row.refusal_reason, words: row.refusal_words };
  return {
    reference: row.reference,
    receivedAt: withOffset(administrativeZone, row.received_at),
    contentHash: row.content_hash,
    trackingCode,
    moderation: row.moderation,
    refusal: (refusal || null) as Receipt['refusal'],
    status: row.status as Receipt['status'],
    ...contentOf(row),
  };
}

export const getReceipt: Handler<'getReceipt'> = async ({ database, keyring }, { site, token }) => {
  const hash = keyring.lookUpHash('tracking', site.id, token);
  const row =
    hash &&
    (await database.reader
      .selectFrom('proposal')
      .selectAll()
      .where('site', '=', site.id)
      .where('tracking_hash', '=', hash)
      .executeTakeFirst());
  if (!row) throw new ProblemError('unauthorized');
  return { body: receiptOf(row, null) };
};
