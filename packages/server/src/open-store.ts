import type { Logger as QueryListener } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { commandsOn, type CommandName, type RunCommand } from './administration/commands.js';
import { objectsOf, type FileObjects } from './attachments/file-objects.js';
import { DataDirectory } from './control/data-directory.js';
import { isDatabaseDown, type Database } from './database/database.js';
import { openEmbeddedDatabase } from './database/embedded.js';
import { migrate, type MigrationStep } from './database/migrate.js';
import { connectToPostgresql, type PostgresqlPlace } from './database/postgresql.js';
import { requireSameSecret } from './database/secret-check.js';
import { Keyring } from './keyring.js';
import type { ObjectStorageSettings } from './object-storage.js';

/** A database with the schema of this version, and the keys to what it holds. */
export interface Store {
  readonly database: Database;
  /** Null where the secret of a PostgreSQL server was not given. */
  readonly keyring: Keyring | null;
  /** Null where files are in the database. */
  readonly objects: FileObjects | null;
  /** Carries out administration commands on it. */
  readonly run: RunCommand;
  readonly close: () => Promise<void>;
}

/** What belongs to a store beside its database. */
export interface StoreSettings {
  readonly secret?: string | undefined;
  /** See `ServerOptions`. */
  readonly attachments?: ObjectStorageSettings | undefined;
}

/** What there is to tell while a store is opened. */
export interface OpeningNews {
  /** A step of the schema begins, on a database that an older version made. */
  readonly onStep: (step: MigrationStep) => void;
  /** The database does not answer yet; it is asked again. */
  readonly onWait: (error: unknown) => void;
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
    const objects = objectsOf({ attachments }, database);
    const run = commandsOn(database, keyring, objects);
    return { database, keyring, objects, run, close: () => database.close() };
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
  { onStep }: Pick<OpeningNews, 'onStep'>,
  onQuery?: QueryListener,
): Promise<Store> {
  const directory = await DataDirectory.hold(path);
  let opened: Database | undefined;
  try {
    const database = await openEmbeddedDatabase(directory.path, onQuery);
    opened = database;
    await migrate(database.reader, onStep);
    const keyring = new Keyring(secret ?? (await directory.secret()));
    await requireSameSecret(database, keyring);
    const objects = objectsOf({ attachments }, database);
    const run = commandsOn(database, keyring, objects);
    directory.answerCommands((name, input) => run(name as CommandName, input as never));
    const close = () => directory.release(() => database.close());
    return { database, keyring, objects, run, close };
  } catch (error) {
    await directory.release(async () => opened?.close());
    throw error;
  }
}
