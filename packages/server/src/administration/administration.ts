import { controlSocketPath, isAnswered, sendCommand } from '../control/control-socket.js';
import { DataDirectory } from '../control/data-directory.js';
import type { Database } from '../database/database.js';
import { openEmbeddedDatabase } from '../database/embedded.js';
import { migrate } from '../database/migrate.js';
import { connectToPostgresql } from '../database/postgresql.js';
import { CommandError } from './command-error.js';
import { commandsOn, type CommandName, type RunCommand } from './commands.js';

/** Where the data is: a directory of an embedded database, or a PostgreSQL server. */
export type DatabasePlace = { readonly data: string } | { readonly databaseUrl: string };

/** Runs commands until it is closed. */
export interface Administration {
  readonly run: RunCommand;
  close(): Promise<void>;
}

/**
 * Opens the data for commands: through the server that runs on the data directory when there is one, else in
 * this process.
 */
export async function openAdministration(place: DatabasePlace): Promise<Administration> {
  if ('databaseUrl' in place) {
    const database = connectToPostgresql(place.databaseUrl, 1, () => {});
    await migrate(database.reader);
    return { run: commandsOn(database), close: () => database.close() };
  }
  const socketPath = controlSocketPath(place.data);
  if (await isAnswered(socketPath))
    return { run: throughSocket(socketPath), close: async () => {} };
  return openDirectory(place.data);
}

async function openDirectory(path: string): Promise<Administration> {
  const directory = await DataDirectory.hold(path);
  let database: Database | undefined;
  try {
    database = await openEmbeddedDatabase(directory.path);
    await migrate(database.reader);
  } catch (error) {
    await database?.close();
    await directory.release();
    throw error;
  }
  const opened = database;
  const run = commandsOn(opened);
  directory.answerCommands((name, input) => run(name as CommandName, input as never));
  return {
    run,
    close: async () => {
      // In this order: whoever comes next may not open the database before it is closed here.
      await opened.close();
      await directory.release();
    },
  };
}

function throughSocket(socketPath: string): RunCommand {
  return async (name, input) => {
    const reply = await sendCommand(socketPath, name, input);
    if (!reply) throw new CommandError('The server has ended in the meantime. Try again.');
    if ('error' in reply) throw new CommandError(reply.error);
    return reply.output as never;
  };
}
