import { validate } from '@nafida/contract';
import { loadCommunes } from '@nafida/territory';
import type * as z from 'zod/mini';
import type { FileObjects } from '../attachments/file-objects.js';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { ProblemError } from '../operations/problem-error.js';
import { issueMessages, commandErrorOf } from './command-problems.js';
import { commands, type Command, type Run, type RunCommand } from './commands.js';

/** Runs commands on this database in this process. `keyring` and `objects` are those of its server; some need them. */
export function commandsOn(
  database: Database,
  keyring: Keyring | null = null,
  objects: FileObjects | null = null,
): RunCommand {
  return async (name, input) => {
    if (!Object.hasOwn(commands, name)) {
      throw new CommandError(`This server knows no command "${name}".`);
    }
    const { schema, run } = commands[name] as unknown as Command<
      z.ZodMiniType,
      Run<unknown, never>
    >;
    const checked = validate(schema, input);
    if (!checked.ok) {
      throw new CommandError(
        issueMessages(name, { schema, value: input }, checked.issues).join('\n'),
      );
    }
    await loadCommunes();
    try {
      return await run(database, checked.value, keyring, objects);
    } catch (error) {
      throw error instanceof ProblemError
        ? commandErrorOf(name, error, { schema, value: input })
        : error;
    }
  };
}
