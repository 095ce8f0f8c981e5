import { createHash } from 'node:crypto';
import { sqlStateOf, type DatabaseTransaction } from '../database/database.js';
import type { Services } from './operation.js';
import { ProblemError } from './problem-error.js';
import { spendProof, type CheckedProof } from './proof-of-work.js';

/** A create as the client asked for it. */
export interface Attempt {
  readonly site: string;
  readonly operation: string;
  readonly key: string;
  /** What the `Nafida-Proof` header holds; undefined where none is asked for. */
  readonly proof: string | null | undefined;
  /** All that tells this request from another one with the same key. */
  readonly content: unknown;
}

/** What the answer can be made from, now and when the request comes again. */
export type StoredResult = Record<string, unknown>;

/**
 * Refuses what has neither a proof nor an earlier answer to repeat, before anything is read of its content: a stranger
 * pays before the server does.
 *
 * @throws ProblemError `proof_…`
 */
export async function requireProof(
  { database, proofOfWork }: Services,
  { site, operation, key, proof }: Omit<Attempt, 'content'>,
): Promise<void> {
  try {
    await proofOfWork.check(proof ?? null, site, operation);
  } catch (refusal) {
    const known = await database.reader
      .selectFrom('idempotency_key')
      .select('operation')
      .where('site', '=', site)
      .where('key_hash', '=', hashOf(key))
      .executeTakeFirst();
    if (!known) throw refusal;
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

interface Outcome<Result> {
  readonly result: Result;
  readonly replayed: boolean;
}

const lockTimedOut = '55P03';

/**
 * Carries out a create exactly once, however often its request arrives. The record of the key, the spent proof
 * and the effect are stored in one transaction: either all of it happened or nothing. A repetition needs no
 * fresh proof. When `effect` refuses, nothing is kept and the same key may be used again.
 *
 * @throws ProblemError `idempotency_mismatch`, `idempotency_in_flight`, `proof_…` and what `effect` throws
 */
export async function performOnce<Result extends StoredResult>(
  { database, keyring, proofOfWork }: Services,
  attempt: Attempt,
  effect: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Outcome<Result>> {
  const { site, operation } = attempt;
  const keyHash = hashOf(attempt.key);
  const fingerprint = keyring.contentFingerprint([operation, attempt.content]);

  const earlier = async (reader = database.reader): Promise<Outcome<Result> | undefined> => {
    const record = await reader
      .selectFrom('idempotency_key')
      .select(['fingerprint', 'result'])
      .where('site', '=', site)
      .where('key_hash', '=', keyHash)
      .executeTakeFirst();
    if (!record) return undefined;
    if (record.fingerprint !== fingerprint) throw new ProblemError('idempotency_mismatch');
    return { result: record.result as Result, replayed: true };
  };

  let proof: CheckedProof | undefined;
  try {
    if (attempt.proof !== undefined) {
      proof = await proofOfWork.check(attempt.proof, site, operation);
    }
  } catch (refusal) {
    // The proof of a repetition may be missing or too old by now.
    const known = await earlier();
    if (known) return known;
    throw refusal;
  }

  return database.transaction(async (transaction) => {
    // Waits for a request with the same key that is just running, then sees what it stored.
    const claimed = await transaction
      .insertInto('idempotency_key')
      .values({
        site,
        key_hash: keyHash,
        operation,
        fingerprint,
        result: null,
        created_at: new Date(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
      .catch((error: unknown) => {
        if (sqlStateOf(error) !== lockTimedOut) throw error;
        throw new ProblemError('idempotency_in_flight', { retryAfter: 1 });
      });
    if (claimed.numInsertedOrUpdatedRows === 0n) {
      const finished = await earlier(transaction);
      if (finished) return finished;
      throw new ProblemError('idempotency_in_flight', { retryAfter: 1 });
    }
    if (proof) await spendProof(transaction, site, proof);
    const result = await effect(transaction);
    await transaction
      .updateTable('idempotency_key')
      .set({ result: JSON.stringify(result) })
      .where('site', '=', site)
      .where('key_hash', '=', keyHash)
      .execute();
    return { result, replayed: false };
  });
}
