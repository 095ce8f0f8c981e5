import type { Logger as QueryListener } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { commandsOn } from './administration/commands-on.js';
import type { CommandName, RunCommand } from './administration/commands.js';
import { objectsOf, type FileObjects } from './attachments/file-objects.js';
import { DataDirectory } from './control/data-directory.js';
import { isDatabaseDown } from './database/database-errors.js';
import type { Database } from './database/database.js';
import { openEmbeddedDatabase } from './database/embedded.js';
import { migrate, type MigrationStep } from './database/migrate.js';
import { connectToPostgresql, type PostgresqlPlace } from './database/postgresql.js';
import { requireSameSecret } from './database/secret-check.js';
import { Keyring } from './keyring.js';
import { fillNewColumns } from './maintenance/new-columns.js';
import type { ObjectStorageSettings } from './object-storage.js';

/** A database with the schema of this version, and the keys to what it holds. */
export interface Store {
  readonly database: Database;
  /** Null if the secret of a PostgreSQL server was not given. */
  readonly keyring: Keyring | null;
  /** Null if files are in the database. */
  readonly objects: FileObjects | null;
  /** Carries out administration commands on it. */
  readonly run: RunCommand;
  /** Stops filling what an older version left empty; the next opening goes on. Closing does so too. */
  readonly endFilling: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The parts of a store besides its database. */
export interface StoreSettings {
  readonly secret?: string | undefined;
  /** See `ServerOptions`. */
  readonly attachments?: ObjectStorageSettings | undefined;
}

/** The events while a store is opened. */
export interface OpeningNews {
  /** A step of the schema begins, on a database that an older version made. */
  readonly onStep: (step: MigrationStep) => void;
  /** The database does not answer yet; it is asked again. */
  readonly onWait: (error: unknown) => void;
  /** Columns that an older version left empty could not be filled; the next opening continues. */
  readonly onUnfilled: (error: unknown) => void;
}

/**
 * Opens the store of a PostgreSQL server. Rejects with a sentence that says what to do.
 *
 * @param patienceMs how long a server is waited for that is starting too, in milliseconds
 */
export async function openPostgresql(
  place: PostgresqlPlace,
  { secret, attachments }: StoreSettings,
  patienceMs: number,
  news: OpeningNews,
): Promise<Store> {
  await migratePostgresql(place.url, Date.now() + patienceMs, news);
  const database = connectToPostgresql(place);
  try {
    const keyring = secret === undefined ? null : new Keyring(secret);
    if (keyring) await requireSameSecret(database, keyring);
    return storeOn(database, keyring, attachments, news, () => database.close());
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** On a connection of its own, on which no statement is given up. */
async function migratePostgresql(
  url: string,
  giveUpAt: number,
  { onStep, onWait }: OpeningNews,
): Promise<void> {
  const database = connectToPostgresql({ url, connections: 1, isPatient: true });
  try {
    for (;;) {
      try {
        return await migrate(database.reader, onStep);
      } catch (error) {
        if (!isDatabaseDown(error) || Date.now() > giveUpAt) throw error;
        onWait(error);
        await delay(1_000);
      }
    }
  } finally {
    await database.close();
  }
}

/**
 * Holds a data directory, opens its store and answers the commands that come to it. Throws `DataDirectoryInUse`, or a sentence
 * that says what to do.
 */
export async function openDataDirectory(
  path: string,
  { secret, attachments }: StoreSettings,
  news: Omit<OpeningNews, 'onWait'>,
  onQuery?: QueryListener,
): Promise<Store> {
  const directory = await DataDirectory.hold(path);
  let opened: Database | undefined;
  try {
    const database = await openEmbeddedDatabase(directory.path, onQuery);
    opened = database;
    await migrate(database.reader, news.onStep);
    const keyring = new Keyring(secret ?? (await directory.secret()));
    await requireSameSecret(database, keyring);
    const store = storeOn(database, keyring, attachments, news, () =>
      directory.release(() => database.close()),
    );
    directory.answerCommands((name, input) => store.run(name as CommandName, input as never));
    return store;
  } catch (error) {
    await directory.release(async () => opened?.close());
    throw error;
  }
}

/** The store on a database that is up to date. What an older version left empty is filled meanwhile. */
function storeOn(
  database: Database,
  keyring: Keyring | null,
  attachments: ObjectStorageSettings | undefined,
  { onUnfilled }: Pick<OpeningNews, 'onUnfilled'>,
  close: () => Promise<void>,
): Store {
  const objects = objectsOf({ attachments }, database);
  const ending = new AbortController();
  const filling = fillNewColumns(database, ending.signal).catch(onUnfilled);
  const endFilling = () => {
    ending.abort();
    return filling;
  };
  return {
    database,
    keyring,
    objects,
    run: commandsOn(database, keyring, objects),
    endFilling,
    close: async () => {
      await endFilling();
      await close();
    },
  };
}
