import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { ConnectionFigures } from './database.js';
import type { DiskRoom } from './disk-room.js';

const writing =
  /^\s*(?:insert|update|delete|create|alter|drop)\b|^\s*with\b.*\b(?:insert into|update|delete from)\b/is;

/**
 * Rounds of the event loop between two turns. The engine runs on this thread, and Node takes one new connection a round:
 * with one round between two queries, a crowd that comes at once waits for thousands of queries before it is even heard.
 */
const roundsBetweenTurns = 16;

/**
 * Lets Kysely's PostgreSQL dialect drive an embedded database. It has one connection, so a query or a transaction makes
 * the others wait in line. If there is hardly any space left on the disk, statements that write are rejected.
 */
export class EmbeddedPool implements PostgresPool {
  readonly #pglite: PGlite;
  readonly #room: DiskRoom | undefined;
  #last: Promise<void> = Promise.resolve();
  /** Those who hold the connection or wait for it. */
  #count = 0;
  #written = 0;

  /** The free space of its disk; undefined if it is in memory. */
  constructor(pglite: PGlite, room?: DiskRoom) {
    this.#pglite = pglite;
    this.#room = room;
  }

  get figures(): ConnectionFigures {
    const busy = Math.min(this.#count, 1);
    return { busy, idle: 1 - busy, waiting: this.#count - busy };
  }

  /** How many statements have written. */
  get written(): number {
    return this.#written;
  }

  async connect(): Promise<PostgresPoolClient> {
    const turn = this.#last;
    this.#count += 1;
    let pass = () => {};
    this.#last = new Promise((resolve) => (pass = () => afterRounds(roundsBetweenTurns, resolve)));
    const release = () => {
      this.#count -= 1;
      pass();
    };
    await turn;
    const query = async (sql: string, parameters: readonly unknown[]) => {
      if (writing.test(sql)) {
        await this.#room?.require();
        this.#written += 1;
      }
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

/** Calls `done` after so many rounds of the event loop; they take microseconds if nobody waits. */
function afterRounds(count: number, done: () => void): void {
  if (count === 0) done();
  else setImmediate(afterRounds, count - 1, done);
}
