import type { Logger as QueryListener } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { objectsOf, type FileObjects } from './attachments/file-objects.js';
import { commandsOn, type CommandName } from './administration/commands.js';
import { DataDirectory } from './control/data-directory.js';
import { isDatabaseDown, type Database } from './database/database.js';
import { openEmbeddedDatabase } from './database/embedded.js';
import { migrate } from './database/migrate.js';
import { connectToPostgresql } from './database/postgresql.js';
import { requireSameSecret } from './database/secret-check.js';
import { Keyring } from './keyring.js';
import { faultOf } from './log.js';
import { fillProposalWords } from './participation/proposal-words.js';
import { fillSessionWords } from './participation/session-words.js';
import type { ServerOptions } from './server-options.js';

/** A database with the schema of this version, and the keys to what it holds. */
export interface Store {
  readonly database: Database;
  readonly keyring: Keyring;
  /** Null where files are in the database. */
  readonly objects: FileObjects | null;
  readonly close: () => Promise<void>;
}

/** How long a start waits for a PostgreSQL server that is starting too, in milliseconds. */
const startPatience = 30_000;

const replicaWords = {
  away: 'the read replica does not answer: its reads go to the primary',
  behind: 'the read replica is behind: its reads go to the primary',
  'asked again': 'the read replica is asked again',
} as const;

/** Opens what the options name; `onQuery` is told of every query. Rejects with a sentence that says what to do. */
export async function openStore(
  options: ServerOptions,
  log: Logger,
  onQuery?: QueryListener,
): Promise<Store> {
  const { data, databaseUrl, secret } = options;
  if (data !== undefined && databaseUrl !== undefined) {
    throw new Error('Give a data directory or a DATABASE_URL, not both.');
  }
  if (databaseUrl !== undefined) {
    if (!secret) {
      throw new Error(
        'With DATABASE_URL set NAFIDA_SECRET too: at least 32 random characters, the same for every process.',
      );
    }
    return openPostgresql(options, databaseUrl, secret, log, onQuery);
  }
  if (data !== undefined) return openEmbedded(data, options, onQuery);
  throw new Error('Give a data directory (--data) or a PostgreSQL server (DATABASE_URL).');
}

async function openPostgresql(
  options: ServerOptions,
  url: string,
  secret: string,
  log: Logger,
  onQuery: QueryListener | undefined,
): Promise<Store> {
  const { databaseReadUrl, databaseConnections = 10 } = options;
  const database = connectToPostgresql({
    url,
    readUrl: databaseReadUrl,
    connections: databaseConnections,
    onLost: (error) => log.warn(faultOf(error), 'lost an idle database connection'),
    onReplica: (state, error) =>
      log.warn({ replica: state, ...(error !== undefined && faultOf(error)) }, replicaWords[state]),
    onQuery,
  });
  try {
    const giveUpAt = Date.now() + startPatience;
    for (;;) {
      try {
        await migrate(database.reader);
        break;
      } catch (error) {
        if (!isDatabaseDown(error) || Date.now() > giveUpAt) throw error;
        log.warn(faultOf(error), 'waiting for the database');
        await delay(1_000);
      }
    }
    await fillSessionWords(database);
    await fillProposalWords(database);
    const keyring = new Keyring(secret);
    await requireSameSecret(database, keyring);
    const objects = objectsOf(options, database);
    return { database, keyring, objects, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(
  path: string,
  options: ServerOptions,
  onQuery: QueryListener | undefined,
): Promise<Store> {
  const directory = await DataDirectory.hold(path);
  let opened: Database | undefined;
  try {
    const database = await openEmbeddedDatabase(directory.path, onQuery);
    opened = database;
    await migrate(database.reader);
    await fillSessionWords(database);
    await fillProposalWords(database);
    const keyring = new Keyring(options.secret ?? (await directory.secret()));
    await requireSameSecret(database, keyring);
    const objects = objectsOf(options, database);
    const run = commandsOn(database, keyring, objects);
    directory.answerCommands((name, input) => run(name as CommandName, input as never));
    const close = () => directory.release(() => database.close());
    return { database, keyring, objects, close };
  } catch (error) {
    await directory.release(async () => opened?.close());
    throw error;
  }
}
