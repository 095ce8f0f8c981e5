import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** How long the database waits for a row that another one holds and for a statement, in milliseconds. */
export interface Limits {
  readonly lock: number;
  readonly statement: number;
}

/**
 * Lends Kysely the connections of a pool, and closes those on which a query got no answer in time: their server may be
 * gone, while the pool would lend them again and again.
 *
 * The limits are set again in each transaction, because a pooler between here and the database gives each transaction
 * another session.
 */
export class TimeoutPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #limits: string;

  constructor(pool: pg.Pool, { lock, statement }: Limits) {
    this.#pool = pool;
    this.#limits = `set local lock_timeout = ${lock}; set local statement_timeout = ${statement};
      set local idle_in_transaction_session_timeout = ${statement}`;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect();
    let silence: Error | undefined;
    const query = async (sql: string, parameters: readonly unknown[]) => {
      // Not even a rollback: it would wait behind what is not answered.
      if (silence) throw silence;
      const text = beginning.test(sql) ? `${sql}; ${this.#limits}` : sql;
      try {
        return (await client.query(text, [...parameters])) as PostgresQueryResult<unknown>;
      } catch (error) {
        if (isSilence(error)) silence = error;
        throw error;
      }
    };
    return {
      query: query as PostgresPoolClient['query'],
      release: () => client.release(silence),
    };
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

const beginning = /^(?:begin|start transaction)\b/i;

function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}
