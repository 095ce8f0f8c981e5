import { sql, type InsertQueryBuilder, type InsertResult, type QueryCreator } from 'kysely';
import { createHash } from 'node:crypto';
import { isDuplicateIn, sqlStateOf } from '../database/database-errors.js';
import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { Services } from './operation.js';
import { ProblemError } from './problem-error.js';
import type { CheckedProof } from './proof-of-work.js';

/** A create as the client asked for it. */
export interface Attempt {
  readonly site: string;
  readonly operation: string;
  readonly key: string;
  /** The result of {@link requireProof}; undefined if no proof is needed. */
  readonly proof: CheckedProof | null | undefined;
  /** All that tells this request from another one with the same key. */
  readonly content: unknown;
}

/** The data for the answer, now and when the request comes again. */
export type StoredResult = Record<string, unknown>;

/**
 * The proof that was sent, checked; null if it does not hold, but there is an earlier answer to repeat. Refuses what has
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
  } catch (error) {
    const known = await database.reader
      .selectFrom('idempotency_key')
      .select('operation')
      .where('site', '=', site)
      .where('key_hash', '=', hashOf(key))
      .executeTakeFirst();
    if (!known) throw error;
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

type Insert = InsertQueryBuilder<Tables, 'proposal', InsertResult>;

/** The rows that a create will store, and its result. */
export interface Prepared<Result> {
  readonly result: Result;
  /** Its row, stored in one statement with the key and the spent proof. */
  readonly row: (query: QueryCreator<Tables>) => Insert;
  /** Further rows; most creates have none and need no transaction of several statements. */
  readonly rest: ((transaction: DatabaseTransaction) => Promise<void>) | undefined;
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
  return once.perform(async (transaction) => {
    const result = await effect(transaction);
    await once.note(transaction, result);
    return result;
  });
}

/**
 * The same for a create that reads everything before it stores anything, so one statement is enough: `prepare` may
 * reject it, but not a repetition.
 *
 * @throws ProblemError as {@link performOnce}, whatever `prepare` throws, and the database's error if the row already
 * exists
 */
export async function performPrepared<Result extends StoredResult>(
  services: Services,
  attempt: Attempt,
  prepare: () => Promise<Prepared<Result>>,
): Promise<Outcome<Result>> {
  const once = new Once<Result>(services, attempt);
  const { proof } = attempt;
  let prepared: Prepared<Result>;
  try {
    if (!proof) throw new ProblemError('proof_required');
    prepared = await prepare();
  } catch (error) {
    return once.repeat(error);
  }
  return once.store(proof, prepared);
}

const lockTimedOut = '55P03';

/** A request waits for another one with the same key that is running, and then sees what that one stored. */
async function patiently<Stored>(storing: Promise<Stored>): Promise<Stored> {
  try {
    return await storing;
  } catch (error) {
    if (sqlStateOf(error) !== lockTimedOut) throw error;
    throw new ProblemError('idempotency_in_flight', { retryAfter: 1 });
  }
}

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

  /** The earlier answer. Throws `error` if there is none. */
  async repeat(error: unknown): Promise<Outcome<Result>> {
    const known = await this.#earlier();
    if (known) return known;
    throw error;
  }

  perform(effect: (transaction: DatabaseTransaction) => Promise<Result>): Promise<Outcome<Result>> {
    return this.#services.database.transaction(async (transaction) => {
      const claim = await patiently(this.#claim(transaction));
      if (!claim.isNew) {
        const finished = await this.#earlier(transaction);
        if (finished) return finished;
        throw new ProblemError('idempotency_in_flight', { retryAfter: 1 });
      }
      if (!claim.isPaid) throw new ProblemError('proof_used');
      return { result: await effect(transaction), replayed: false };
    });
  }

  /** One statement: either all of it is new and stored, or nothing is. */
  async store(
    { nonce, expiresAt }: CheckedProof,
    { result, row, rest }: Prepared<Result>,
  ): Promise<Outcome<Result>> {
    const { database } = this.#services;
    const { site } = this.#attempt;
    const insert = (reader: DatabaseReader) =>
      reader
        .with('stored', row)
        .with('paid', (query) =>
          query.insertInto('used_proof').values({ site, nonce, expires_at: expiresAt }),
        )
        .insertInto('idempotency_key')
        .values(this.#record(result))
        .execute();
    const storing: Promise<unknown> = rest
      ? database.transaction(async (transaction) => {
          await insert(transaction);
          await rest(transaction);
        })
      : insert(database.reader);
    try {
      await patiently(storing);
    } catch (error) {
      if (isDuplicateIn('used_proof', error)) return this.repeat(new ProblemError('proof_used'));
      if (!isDuplicateIn('idempotency_key', error)) throw error;
      return this.repeat(new ProblemError('idempotency_in_flight', { retryAfter: 1 }));
    }
    return { result, replayed: false };
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

  #record(result: Result | null) {
    return {
      site: this.#attempt.site,
      key_hash: this.#keyHash,
      operation: this.#attempt.operation,
      fingerprint: this.#fingerprint,
      result: result && JSON.stringify(result),
      created_at: new Date(),
    };
  }

  /** Takes the key and spends the proof, in one statement. */
  async #claim(transaction: DatabaseTransaction) {
    const { proof } = this.#attempt;
    const { isNew, isPaid } = await transaction
      .with('claimed', (query) =>
        query
          .insertInto('idempotency_key')
          .values(this.#record(null))
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
