import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/**
 * Lends Kysely the connections of a pool, and throws away those on which a query got no answer in time: what such a
 * connection leads to may be gone for good, while the pool would hand it out again and again.
 */
export class AnsweringPool implements PostgresPool {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect();
    let silence: Error | undefined;
    const query = async (sql: string, parameters: readonly unknown[]) => {
      // Not even a rollback: it would wait behind what is not answered.
      if (silence) throw silence;
      try {
        return (await client.query(sql, [...parameters])) as PostgresQueryResult<unknown>;
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

function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}
