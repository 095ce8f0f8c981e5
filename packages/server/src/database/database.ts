import type { Kysely, Transaction } from 'kysely';
import { sqlStateOf } from './database-errors.js';
import type { EmbeddedFiles } from './embedded-files.js';
import { PublicWrites } from './public-writes.js';
import type { ReadReplica } from './read-replica.js';
import { moveVersions, type SiteVersions } from './site-versions.js';
import type { Tables } from './tables.js';

/** A transaction in which something is stored. */
export type DatabaseTransaction = Transaction<Tables>;

/** What reads can run on: the database itself or a transaction. */
export type DatabaseReader = Kysely<Tables>;

/** Connections that are in use and that are not, and work that waits for one. */
export type ConnectionFigures = Readonly<Record<'busy' | 'idle' | 'waiting', number>>;

/** The source of the whole database: the data directory of an embedded database, or the URL of a PostgreSQL server. */
export type DatabaseSource =
  { readonly data: string; readonly files: EmbeddedFiles } | { readonly url: string };

const attempts = 3;

/** Embedded or PostgreSQL: the rest of the server does not know which. */
export class Database {
  readonly reader: DatabaseReader;
  readonly versions: SiteVersions;
  readonly connections: () => ConnectionFigures;
  readonly source: DatabaseSource;
  readonly #kysely: Kysely<Tables>;
  readonly #close: () => Promise<void>;
  readonly #replica: ReadReplica | undefined;

  constructor(
    kysely: Kysely<Tables>,
    source: DatabaseSource,
    versions: SiteVersions,
    connections: () => ConnectionFigures,
    close: () => Promise<void>,
    replica?: ReadReplica,
  ) {
    this.#kysely = kysely;
    this.reader = kysely.withPlugin(new PublicWrites(refuseWrite));
    this.source = source;
    this.versions = versions;
    this.connections = connections;
    this.#close = close;
    this.#replica = replica;
  }

  /**
   * Reads what the public sees of a site that had this version a moment ago: from the replica if there is one that knows
   * it, else here.
   */
  async readAt<Result>(
    site: string,
    version: string,
    work: (database: Pick<Database, 'reader'>) => Promise<Result>,
  ): Promise<Result> {
    const read = await this.#replica?.read(site, version, (reader) => work({ reader }));
    return read ? read.result : work(this);
  }

  /**
   * Runs `work` in one transaction, again when PostgreSQL broke it off in favour of another. The versions of the sites that
   * it changes move with it.
   */
  async transaction<Result>(
    work: (transaction: DatabaseTransaction) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const changed = new Set<string>();
      const watch = new PublicWrites((site) => changed.add(site));
      try {
        return await this.#kysely.transaction().execute(async (transaction) => {
          const result = await work(transaction.withPlugin(watch));
          await moveVersions(transaction, changed);
          return result;
        });
      } catch (error) {
        if (attempt === attempts || !wasBrokenOff(error)) throw error;
      } finally {
        this.versions.moved(changed);
      }
    }
  }

  /** Waits for what is running, then lets go. */
  async close(): Promise<void> {
    await Promise.all([this.reader.destroy(), this.#replica?.close()]);
    await this.#close();
  }
}

function refuseWrite(site: string): never {
  throw new Error(`What the public of ${site} sees is written in a transaction of the database.`);
}

function wasBrokenOff(error: unknown): boolean {
  const code = sqlStateOf(error);
  return code === '40001' || code === '40P01';
}
