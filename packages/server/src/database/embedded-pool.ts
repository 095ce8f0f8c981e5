import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/**
 * Lets Kysely's PostgreSQL dialect drive an embedded database. It has one connection, so whoever holds it,
 * for a query or for a whole transaction, makes the others wait in line.
 */
export class EmbeddedPool implements PostgresPool {
  readonly #pglite: PGlite;
  #last: Promise<void> = Promise.resolve();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async connect(): Promise<PostgresPoolClient> {
    const turn = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => (release = resolve));
    await turn;
    const query = async (sql: string, parameters: readonly unknown[]) => {
      const { rows, affectedRows } = await this.#pglite.query(sql, [...parameters]);
      const command = sql.slice(0, 6).toUpperCase();
      return { rows, command, rowCount: affectedRows ?? 0 } as PostgresQueryResult<unknown>;
    };
    return { query: query as PostgresPoolClient['query'], release };
  }

  async end(): Promise<void> {
    await this.#last;
    await this.#pglite.close();
  }
}
