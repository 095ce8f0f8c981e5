import type { Logger as QueryListener } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
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
  readonly close: () => Promise<void>;
}

/** How long a start waits for a PostgreSQL server that is starting too, in milliseconds. */
const startPatience = 30_000;

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
    return openPostgresql(databaseUrl, secret, options.databaseConnections ?? 10, log, onQuery);
  }
  if (data !== undefined) return openEmbedded(data, secret, onQuery);
  throw new Error('Give a data directory (--data) or a PostgreSQL server (DATABASE_URL).');
}

async function openPostgresql(
  url: string,
  secret: string,
  connections: number,
  log: Logger,
  onQuery: QueryListener | undefined,
): Promise<Store> {
  const onLost = (error: Error) => log.warn(faultOf(error), 'lost an idle database connection');
  const database = connectToPostgresql(url, connections, onLost, onQuery);
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
    return { database, keyring, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(
  path: string,
  givenSecret: string | undefined,
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
    const keyring = new Keyring(givenSecret ?? (await directory.secret()));
    await requireSameSecret(database, keyring);
    const run = commandsOn(database, keyring);
    directory.answerCommands((name, input) => run(name as CommandName, input as never));
    const close = () => directory.release(() => database.close());
    return { database, keyring, close };
  } catch (error) {
    await directory.release(async () => opened?.close());
    throw error;
  }
}
