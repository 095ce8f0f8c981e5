import { setTimeout as delay } from 'node:timers/promises';
import { controlSocketPath, sendCommand } from '../control/control-socket.js';
import { DataDirectory, DataDirectoryInUse } from '../control/data-directory.js';
import { objectsOf } from '../attachments/file-objects.js';
import type { Database } from '../database/database.js';
import { openEmbeddedDatabase } from '../database/embedded.js';
import { migrate } from '../database/migrate.js';
import { connectToPostgresql } from '../database/postgresql.js';
import { requireSameSecret } from '../database/secret-check.js';
import { Keyring } from '../keyring.js';
import type { ObjectStorageSettings } from '../object-storage.js';
import { CommandError } from './command-error.js';
import { commandsOn, type CommandName, type RunCommand } from './commands.js';

/** Where the data is: a directory of an embedded database, or a PostgreSQL server. */
export type DatabasePlace = ({ readonly data: string } | { readonly databaseUrl: string }) & {
  readonly secret?: string | undefined;
  /** See `ServerOptions`. */
  readonly attachments?: ObjectStorageSettings | undefined;
};

/** Runs commands until it is closed. */
export interface Administration {
  readonly run: RunCommand;
  readonly close: () => Promise<void>;
}

/**
 * Opens the data for commands. In a data directory they go through the process that holds it, be it a server or
 * another command; when there is none, this process holds it until it is closed.
 */
export async function openAdministration(place: DatabasePlace): Promise<Administration> {
  if ('data' in place) return administerDirectory(place.data, place);
  const database = connectToPostgresql({ url: place.databaseUrl, connections: 1 });
  try {
    await migrate(database.reader);
    const keyring = place.secret === undefined ? null : new Keyring(place.secret);
    if (keyring) await requireSameSecret(database, keyring);
    const objects = objectsOf(place, database);
    return { run: commandsOn(database, keyring, objects), close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** How often and how long to wait for a process that is just taking the directory or giving it back. */
const patience = { attempts: 200, ms: 50 };

function administerDirectory(path: string, place: DatabasePlace): Administration {
  const socketPath = controlSocketPath(path);
  let held: Administration | undefined;
  const run = async (name: CommandName, input: never) => {
    for (let attempt = 1; attempt <= patience.attempts; attempt++) {
      if (held) return held.run(name, input);
      const reply = await sendCommand(socketPath, name, input);
      if (reply && 'output' in reply) return reply.output;
      if (reply && 'error' in reply) throw new CommandError(reply.error);
      if (reply) await delay(patience.ms);
      else held = await holdUnlessTaken(path, place);
    }
    throw new CommandError(`${path} is being closed by another nafida-server: try again.`);
  };
  return { run: run as RunCommand, close: async () => held?.close() };
}

/** Undefined when another process was faster. */
async function holdUnlessTaken(
  path: string,
  place: DatabasePlace,
): Promise<Administration | undefined> {
  try {
    return await holdDirectory(path, place);
  } catch (error) {
    if (!(error instanceof DataDirectoryInUse)) throw error;
    return undefined;
  }
}

async function holdDirectory(path: string, place: DatabasePlace): Promise<Administration> {
  const directory = await DataDirectory.hold(path);
  let opened: Database | undefined;
  try {
    const database = await openEmbeddedDatabase(directory.path);
    opened = database;
    await migrate(database.reader);
    const keyring = new Keyring(place.secret ?? (await directory.secret()));
    await requireSameSecret(database, keyring);
    const run = commandsOn(database, keyring, objectsOf(place, database));
    directory.answerCommands((name, input) => run(name as CommandName, input as never));
    return { run, close: () => directory.release(() => database.close()) };
  } catch (error) {
    await directory.release(async () => opened?.close());
    throw error;
  }
}
