import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { sqlStateOf } from '../database/database-errors.js';
import type { DatabaseTransaction } from '../database/database.js';
import type { Services } from './operation.js';
import { ProblemError } from './problem-error.js';
import type { CheckedProof } from './proof-of-work.js';

/** A create as the client asked for it. */
export interface Attempt {
  readonly site: string;
  readonly operation: string;
  readonly key: string;
  /** What {@link requireProof} gave; undefined where none is asked for. */
  readonly proof: CheckedProof | null | undefined;
  /** All that tells this request from another one with the same key. */
  readonly content: unknown;
}

/** What the answer can be made from, now and when the request comes again. */
export type StoredResult = Record<string, unknown>;

/**
 * The proof that was sent, checked; null where it does not hold, but there is an earlier answer to repeat. Refuses what has
 * neither, before anything is read of its content: a stranger pays before the server does.
 *
 * @throws ProblemError `proof_…`
 */
export async function requireProof(
  { database, proofOfWork }: Services,
  { site, operation, key }: Pick<Attempt, 'site' | 'operation' | 'key'>,
  proof: string | null,
): Promise<CheckedProof | null> {
  try {
    return proofOfWork.check(proof, site, operation);
  } catch (refusal) {
    const known = await database.reader
      .selectFrom('idempotency_key')
      .select('operation')
      .where('site', '=', site)
      .where('key_hash', '=', hashOf(key))
      .executeTakeFirst();
    if (!known) throw refusal;
    return null;
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

interface Outcome<Result> {
  readonly result: Result;
  readonly replayed: boolean;
}

/** What a create will store, and what it will give when it has. */
export interface Prepared<Result> {
  readonly result: Result;
  readonly store: (transaction: DatabaseTransaction) => Promise<void>;
}

/**
 * Carries out a create exactly once, however often its request arrives. The record of the key, the spent proof
 * and the effect are stored in one transaction: either all of it happened or nothing. A repetition needs no
 * fresh proof. When `effect` refuses, nothing is kept and the same key may be used again.
 *
 * @throws ProblemError `idempotency_mismatch`, `idempotency_in_flight`, `proof_…` and what `effect` throws
 */
export async function performOnce<Result extends StoredResult>(
  services: Services,
  attempt: Attempt,
  effect: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Outcome<Result>> {
  const once = new Once<Result>(services, attempt);
  if (attempt.proof === null) return once.repeat(new ProblemError('proof_required'));
  return once.perform(null, async (transaction) => {
    const result = await effect(transaction);
    await once.note(transaction, result);
    return result;
  });
}

/**
 * The same for a create that reads all it needs before its transaction, which so holds few statements: `prepare` may refuse,
 * but not a repetition.
 *
 * @throws ProblemError as {@link performOnce}, and what `prepare` throws
 */
export async function performPrepared<Result extends StoredResult>(
  services: Services,
  attempt: Attempt,
  prepare: () => Promise<Prepared<Result>>,
): Promise<Outcome<Result>> {
  const once = new Once<Result>(services, attempt);
  let prepared: Prepared<Result>;
  try {
    if (attempt.proof === null) throw new ProblemError('proof_required');
    prepared = await prepare();
  } catch (refusal) {
    return once.repeat(refusal);
  }
  const { result, store } = prepared;
  return once.perform(result, async (transaction) => {
    await store(transaction);
    return result;
  });
}

const lockTimedOut = '55P03';

/** One attempt at a create. */
class Once<Result extends StoredResult> {
  readonly #services: Services;
  readonly #attempt: Attempt;
  readonly #keyHash: string;
  readonly #fingerprint: string;

  constructor(services: Services, attempt: Attempt) {
    this.#services = services;
    this.#attempt = attempt;
    this.#keyHash = hashOf(attempt.key);
    this.#fingerprint = services.keyring.contentFingerprint([attempt.operation, attempt.content]);
  }

  /** What was answered before. Throws `refusal` where nothing was. */
  async repeat(refusal: unknown): Promise<Outcome<Result>> {
    const known = await this.#earlier();
    if (known) return known;
    throw refusal;
  }

  /** `result` is null where only `effect` tells it. */
  perform(
    result: Result | null,
    effect: (transaction: DatabaseTransaction) => Promise<Result>,
  ): Promise<Outcome<Result>> {
    return this.#services.database.transaction(async (transaction) => {
      // Waits for a request with the same key that is just running, then sees what it stored.
      const claim = await this.#claim(transaction, result).catch((error: unknown) => {
        if (sqlStateOf(error) !== lockTimedOut) throw error;
        throw new ProblemError('idempotency_in_flight', { retryAfter: 1 });
      });
      if (!claim.isNew) {
        const finished = await this.#earlier(transaction);
        if (finished) return finished;
        throw new ProblemError('idempotency_in_flight', { retryAfter: 1 });
      }
      if (!claim.isPaid) throw new ProblemError('proof_used');
      return { result: await effect(transaction), replayed: false };
    });
  }

  /** Stores what the answer can be made from. */
  async note(transaction: DatabaseTransaction, result: Result): Promise<void> {
    await transaction
      .updateTable('idempotency_key')
      .set({ result: JSON.stringify(result) })
      .where('site', '=', this.#attempt.site)
      .where('key_hash', '=', this.#keyHash)
      .execute();
  }

  async #earlier(reader = this.#services.database.reader): Promise<Outcome<Result> | undefined> {
    const record = await reader
      .selectFrom('idempotency_key')
      .select(['fingerprint', 'result'])
      .where('site', '=', this.#attempt.site)
      .where('key_hash', '=', this.#keyHash)
      .executeTakeFirst();
    if (!record) return undefined;
    if (record.fingerprint !== this.#fingerprint) throw new ProblemError('idempotency_mismatch');
    return { result: record.result as Result, replayed: true };
  }

  /** Takes the key and spends the proof, in one statement. */
  async #claim(transaction: DatabaseTransaction, result: Result | null) {
    const { site, operation, proof } = this.#attempt;
    const { isNew, isPaid } = await transaction
      .with('claimed', (query) =>
        query
          .insertInto('idempotency_key')
          .values({
            site,
            key_hash: this.#keyHash,
            operation,
            fingerprint: this.#fingerprint,
            result: result && JSON.stringify(result),
            created_at: new Date(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('site'),
      )
      .with('paid', (query) =>
        proof
          ? query
              .insertInto('used_proof')
              .columns(['site', 'nonce', 'expires_at'])
              .expression((from) =>
                from
                  .selectFrom('claimed')
                  .select([
                    'site',
                    sql<string>`${proof.nonce}::text`.as('nonce'),
                    sql<Date>`${proof.expiresAt}::timestamptz`.as('expires_at'),
                  ]),
              )
              .onConflict((conflict) => conflict.doNothing())
              .returning('site')
          : query.selectFrom('claimed').select('site'),
      )
      .selectNoFrom(({ exists, selectFrom }) => [
        exists(selectFrom('claimed').select('site')).as('isNew'),
        exists(selectFrom('paid').select('site')).as('isPaid'),
      ])
      .executeTakeFirstOrThrow();
    return { isNew: Boolean(isNew), isPaid: Boolean(isPaid) };
  }
}
