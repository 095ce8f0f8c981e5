import { Kysely, PostgresDialect, type Logger } from 'kysely';
import pg from 'pg';
import { AnsweringPool } from './answering-pool.js';
import { Database } from './database.js';
import { SharedVersions, type ReadVersions } from './site-versions.js';
import { postgresParsers } from './value-parsers.js';
import type { Tables } from './tables.js';

/** How long a request waits for a connection or for a row that another one holds, in milliseconds. */
const patience = { connection: 10_000, lock: 5_000, statement: 15_000, version: 5_000 };

/**
 * Connects to a PostgreSQL server.
 *
 * @param url `postgresql://…`; may name a schema with `?options=-c%20search_path%3Dnafida`
 * @param connections most connections that this process opens
 * @param onLost told when an idle connection breaks; the pool opens a new one by itself
 * @param onQuery told of every query and how long it took
 */
export function connectToPostgresql(
  url: string,
  connections: number,
  onLost: (error: Error) => void,
  onQuery?: Logger,
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience.connection,
    lock_timeout: patience.lock,
    statement_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.statement,
    query_timeout: patience.statement + 1_000,
    keepAlive: true,
    application_name: 'nafida',
    types: { getTypeParser: postgresParsers },
  });
  // Apart from the others: what is kept is answered though all of them are busy.
  const versions = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: patience.version,
    query_timeout: patience.version,
    keepAlive: true,
    application_name: 'nafida versions',
  });
  // Without listeners a broken connection would end the process, be it idle or between two queries; the query
  // that comes next fails by itself.
  for (const each of [pool, versions]) {
    each.on('error', onLost);
    each.on('connect', (client) => client.on('error', () => {}));
  }
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new AnsweringPool(pool) }),
    ...(onQuery && { log: onQuery }),
  });
  const figures = () => ({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  });
  return new Database(kysely, new SharedVersions(readFrom(versions)), figures, () =>
    versions.end(),
  );
}

const readFrom =
  (pool: pg.Pool): ReadVersions =>
  async (sites) => {
    const { rows } = await pool.query<{ site: string; version: string }>(
      'select site, version from site_version where site = any($1)',
      [sites],
    );
    return new Map(rows.map(({ site, version }) => [site, version]));
  };
