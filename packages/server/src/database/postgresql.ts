import { Kysely, PostgresDialect, type Logger } from 'kysely';
import pg from 'pg';
import { Database } from './database.js';
import { ReadReplica, type ReplicaState } from './read-replica.js';
import { SharedVersions, type ReadVersions } from './site-versions.js';
import type { Tables } from './tables.js';
import { TimeoutPool, type Limits } from './timeout-pool.js';
import { postgresParsers } from './value-parsers.js';

/**
 * How long a request waits for a connection or for a row that another one holds, in milliseconds. A replica that does not
 * answer soon is not worth waiting for: the primary knows the same.
 */
const patience = {
  ...{ connection: 10_000, lock: 5_000, statement: 15_000, version: 5_000 },
  ...{ replicaConnection: 1_000, replica: 3_000 },
};

/** The PostgreSQL servers of one database, and a listener for their state. */
export interface PostgresqlPlace {
  /** `postgresql://…`; may name a schema with `?options=-c%20search_path%3Dnafida`. */
  readonly url: string;
  /** The same for a standby that carries public reads. */
  readonly readUrl?: string | undefined;
  /**
   * Whether statements may take longer than somebody would wait for a request: what changes the schema or goes through all that
   * is stored takes its time.
   */
  readonly isPatient?: boolean;
  /** Most connections that this process opens to each. */
  readonly connections: number;
  /** Told when an idle connection breaks; the pool opens a new one by itself. */
  readonly onLost?: (error: Error) => void;
  /** See {@link ReadReplica}. */
  readonly onReplica?: (state: ReplicaState, error?: unknown) => void;
  /** Told of every query and how long it took. */
  readonly onQuery?: Logger | undefined;
}

const nobody = () => {};

/** Connects to a PostgreSQL server, and to its standby if there is one. */
export function connectToPostgresql({
  url,
  readUrl,
  connections,
  isPatient = false,
  onLost = nobody,
  onReplica = nobody,
  onQuery,
}: PostgresqlPlace): Database {
  const statement = isPatient ? 0 : patience.statement;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience.connection,
    lock_timeout: patience.lock,
    statement_timeout: statement,
    idle_in_transaction_session_timeout: statement,
    ...(!isPatient && { query_timeout: statement + 1_000 }),
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
  for (const each of [pool, versions]) survive(each, onLost);
  const figures = () => ({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  });
  return new Database(
    kyselyOn(pool, { lock: patience.lock, statement }, onQuery),
    { url },
    new SharedVersions(readFrom(versions)),
    figures,
    () => versions.end(),
    readUrl === undefined ? undefined : connectToReplica(readUrl, connections, onReplica, onQuery),
  );
}

function connectToReplica(
  url: string,
  connections: number,
  onChange: NonNullable<PostgresqlPlace['onReplica']>,
  onQuery: Logger | undefined,
): ReadReplica {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience.replicaConnection,
    statement_timeout: patience.replica,
    query_timeout: patience.replica,
    keepAlive: true,
    application_name: 'nafida reads',
    types: { getTypeParser: postgresParsers },
  });
  survive(pool, nobody);
  const limits = { lock: patience.replica, statement: patience.replica };
  return new ReadReplica(kyselyOn(pool, limits, onQuery), onChange);
}

function kyselyOn(pool: pg.Pool, limits: Limits, onQuery: Logger | undefined): Kysely<Tables> {
  return new Kysely({
    dialect: new PostgresDialect({ pool: new TimeoutPool(pool, limits) }),
    ...(onQuery && { log: onQuery }),
  });
}

/**
 * Without listeners a broken connection would end the process, be it idle or between two queries; the query that comes next
 * fails by itself.
 */
function survive(pool: pg.Pool, onLost: (error: Error) => void): void {
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', () => {}));
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
