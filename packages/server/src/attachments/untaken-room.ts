import type { DatabaseTransaction } from '../database/database.js';
import { ProblemError } from '../operations/problem-error.js';
import type { AttachmentRow } from './attachment-records.js';

/**
 * The most received bytes of files that no proposal has taken: of one site, so that such files do not fill the disk,
 * and of one address, so that nobody takes the space of all others. An announced file takes no space.
 */
export interface UntakenLimits {
  readonly site: number;
  readonly sender: number;
}

/** See {@link UntakenLimits}. A phone network's shared address has room for two proposals with all that is allowed. */
export const defaultUntakenLimits: UntakenLimits = { site: 2_000_000_000, sender: 200_000_000 };

/** Minutes after which a file may be deleted if space is needed: forms send their files just before the proposal. */
const patienceMinutes = 30;

/**
 * Makes sure that there is room for so many bytes more of a file.
 *
 * @throws ProblemError `rate_limited`
 */
export async function requireRoom(
  transaction: DatabaseTransaction,
  { site, attachment, sender }: AttachmentRow,
  bytes: number,
  limits: UntakenLimits,
): Promise<void> {
  const untaken = await untakenBytes(transaction, site, sender);
  if (untaken.sender + bytes > limits.sender) {
    throw new ProblemError('rate_limited', { retryAfter: 3_600 });
  }
  if (untaken.site + bytes <= limits.site) return;
  await transaction
    .deleteFrom('attachment')
    .where('site', '=', site)
    .where('proposal', 'is', null)
    .where('attachment', '!=', attachment)
    .where('created_at', '<', new Date(Date.now() - patienceMinutes * 60_000))
    .execute();
  const left = await untakenBytes(transaction, site, sender);
  if (left.site + bytes > limits.site) {
    throw new ProblemError('rate_limited', { retryAfter: 600 });
  }
}

async function untakenBytes(
  transaction: DatabaseTransaction,
  site: string,
  sender: string | null,
): Promise<UntakenLimits> {
  const sums = await transaction
    .selectFrom('attachment')
    .select(({ fn }) => [
      fn.sum('received').as('site'),
      fn.sum('received').filterWhere('sender', '=', sender).as('sender'),
    ])
    .where('site', '=', site)
    .where('proposal', 'is', null)
    .executeTakeFirst();
  return { site: Number(sums?.site ?? 0), sender: Number(sums?.sender ?? 0) };
}
