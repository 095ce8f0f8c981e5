import type { ParseArgsConfig } from 'node:util';
import type { DatabasePlace } from '../administration/administration.js';
import type { RunCommand } from '../administration/commands.js';
import type { Values } from './arguments.js';

/** One command of the command line beside `start`. */
export interface CommandLine {
  /** `SITE FILE` */
  readonly operands: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly help: string;
  /** Lines under the synopsis in `--help`, one for each option. */
  readonly optionHelp?: readonly string[];
  /** What is printed. */
  readonly perform: (
    run: RunCommand,
    operands: readonly string[],
    values: Values,
    place: DatabasePlace,
  ) => Promise<string>;
  /** What has to be there before the data are opened. */
  readonly prepare?: (operands: readonly string[], place: DatabasePlace) => Promise<void>;
}
