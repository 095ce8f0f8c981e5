import { setTimeout as delay } from 'node:timers/promises';
import type { CommandName, RunCommand } from './administration/commands.js';
import { CommandError } from './command-error.js';
import { controlSocketPath, sendCommand } from './control/control-socket.js';
import { DataDirectoryInUse } from './control/data-directory.js';
import type { MigrationStep } from './database/migrate.js';
import { openDataDirectory, openPostgresql, type StoreSettings } from './open-store.js';

/** The place of the data: the directory of an embedded database, or a PostgreSQL server. */
export type DatabasePlace = ({ readonly data: string } | { readonly databaseUrl: string }) &
  StoreSettings;

/** Runs commands until it is closed. */
export interface Administration {
  readonly run: RunCommand;
  readonly close: () => Promise<void>;
}

/**
 * Opens the data for commands. Commands for a data directory go through the process that holds it, a server or another
 * command. If there is none, this process holds it until it is closed.
 *
 * @param onStep called before each step of the schema, on data that an older version made
 */
export async function openAdministration(
  place: DatabasePlace,
  onStep: (step: MigrationStep) => void = () => {},
): Promise<Administration> {
  if ('data' in place) return administerDirectory(place.data, place, onStep);
  // A command may read everything that is stored; its user waits.
  const postgresql = { url: place.databaseUrl, connections: 1, isPatient: true };
  return openPostgresql(postgresql, place, 0, { onStep, onWait: () => {}, onUnfilled });
}

/** A command does what it was asked for all the same: the next process that opens the data goes on. */
const onUnfilled = () => {};

/** How often and how long to wait for a process that is just taking the directory or giving it back. */
const patience = { attempts: 200, ms: 50 };

function administerDirectory(
  path: string,
  settings: StoreSettings,
  onStep: (step: MigrationStep) => void,
): Administration {
  const socketPath = controlSocketPath(path);
  let held: Administration | undefined;
  const run = async (name: CommandName, input: never) => {
    for (let attempt = 1; attempt <= patience.attempts; attempt++) {
      if (held) return held.run(name, input);
      const reply = await sendCommand(socketPath, name, input);
      if (reply && 'output' in reply) return reply.output;
      if (reply && 'error' in reply) throw new CommandError(reply.error);
      if (reply) await delay(patience.ms);
      else held = await holdUnlessTaken(path, settings, onStep);
    }
    throw new CommandError(`${path} is being closed by another nafida-server: try again.`);
  };
  return { run: run as RunCommand, close: async () => held?.close() };
}

/** Undefined if another process was faster. */
async function holdUnlessTaken(
  path: string,
  settings: StoreSettings,
  onStep: (step: MigrationStep) => void,
): Promise<Administration | undefined> {
  try {
    return await openDataDirectory(path, settings, { onStep, onUnfilled });
  } catch (error) {
    if (!(error instanceof DataDirectoryInUse)) throw error;
    return undefined;
  }
}
