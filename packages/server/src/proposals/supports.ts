import { deviceSecretPattern } from '@nafida/contract';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import type { Handler, Services } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import { spendProof } from '../operations/proof-of-work.js';
import { findProposal } from './proposal-records.js';

/** One device and one published proposal. */
interface Supporter {
  readonly site: string;
  readonly reference: string;
  readonly device_hash: string;
}

/** Counts the support of one device; sent again, it is counted once. */
export const supportProposal: Handler<'supportProposal'> = async (services, call) => {
  const { database, proofOfWork } = services;
  const supporter = await supporterOf(services, call.site.id, call.parameters.proposal, call.token);
  const { site, reference } = supporter;
  // A repetition needs no proof: the one it brings was spent with the answer that did not arrive.
  if (await isSupporting(database.reader, supporter)) {
    return answer(supporter, await countOf(database.reader, supporter), true);
  }
  const proof = proofOfWork.check(call.proof, site, 'supportProposal');
  const supports = await database.transaction(async (transaction) => {
    const added = await transaction
      .insertInto('support')
      .values(supporter)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return countOf(transaction, supporter);
    await spendProof(transaction, site, proof);
    const { supports } = await transaction
      .updateTable('proposal')
      .set({ supports: sql`supports + 1` })
      .where('site', '=', site)
      .where('reference', '=', reference)
      .returning('supports')
      .executeTakeFirstOrThrow();
    return supports;
  });
  return answer(supporter, supports, true);
};

/** Takes the support of one device back; done twice, it changes nothing. */
export const withdrawSupport: Handler<'withdrawSupport'> = async (services, call) => {
  const supporter = await supporterOf(services, call.site.id, call.parameters.proposal, call.token);
  const supports = await services.database.transaction(async (transaction) => {
    const removed = await transaction
      .deleteFrom('support')
      .where('site', '=', supporter.site)
      .where('reference', '=', supporter.reference)
      .where('device_hash', '=', supporter.device_hash)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) return countOf(transaction, supporter);
    const { supports } = await transaction
      .updateTable('proposal')
      .set({ supports: sql`supports - 1` })
      .where('site', '=', supporter.site)
      .where('reference', '=', supporter.reference)
      .returning('supports')
      .executeTakeFirstOrThrow();
    return supports;
  });
  return answer(supporter, supports, false);
};

/** Throws `unauthorized` for what is no secret, `not_found` for what is not public. */
async function supporterOf(
  { database, keyring }: Services,
  site: string,
  reference: string,
  secret: string,
): Promise<Supporter> {
  if (!deviceSecretPattern.test(secret)) throw new ProblemError('unauthorized');
  const row = await findProposal(database.reader, site, reference);
  if (row?.moderation !== 'published') throw new ProblemError('not_found');
  return { site, reference, device_hash: keyring.deviceHash(site, reference, secret) };
}

async function isSupporting(reader: DatabaseReader, supporter: Supporter): Promise<boolean> {
  const found = await reader
    .selectFrom('support')
    .select('reference')
    .where('site', '=', supporter.site)
    .where('reference', '=', supporter.reference)
    .where('device_hash', '=', supporter.device_hash)
    .executeTakeFirst();
  return found !== undefined;
}

async function countOf(reader: DatabaseReader, { site, reference }: Supporter): Promise<number> {
  const { supports } = await reader
    .selectFrom('proposal')
    .select('supports')
    .where('site', '=', site)
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  return supports;
}

function answer({ reference }: Supporter, supports: number, supported: boolean) {
  return { body: { reference, supports, supported } };
}
