import type { RunCommand } from '../administration/commands.js';
import type { DatabasePlace } from '../open-administration.js';
import type { Values } from './arguments.js';
import type { Options } from './option-kinds.js';

/** The arguments and the purpose of a command, as in `--help`. */
export interface Synopsis {
  /** `SITE FILE` */
  readonly operands: readonly string[];
  readonly options: Options;
  readonly help: string;
}

/** A command that works on the data. */
export interface DataCommand extends Synopsis {
  /** The printed text. */
  readonly perform: (
    run: RunCommand,
    operands: readonly string[],
    values: Values,
    place: DatabasePlace,
  ) => Promise<string>;
  /** True if nothing may be stored while it runs: then it does not start beside a running server. */
  readonly isAlone?: true;
  /**
   * Prepares what is needed before the data are opened. Creates the data if there are none, and returns a function that
   * removes them again if the command fails.
   */
  readonly prepare?: (
    operands: readonly string[],
    values: Values,
    place: DatabasePlace,
  ) => Promise<(() => Promise<void>) | undefined>;
}

/** A command that needs no data. */
interface DatalessCommand extends Synopsis {
  /** The printed text. */
  readonly answer: (operands: readonly string[], values: Values) => Promise<string>;
}

/** One command of the command line besides `start`. */
export type CommandLine = DataCommand | DatalessCommand;
