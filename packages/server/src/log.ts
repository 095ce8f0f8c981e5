import { pino, type Logger } from 'pino';
import { sqlStateOf } from './database/database-errors.js';

/** How much is logged, from all to nothing. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Lines of JSON on standard output. */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

// Their messages speak of code; those of the database or of a parser may quote what a person sent.
const safeNames = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'RuntimeError',
  'AssertionError',
]);

interface LoggedError {
  /** The name of the error, or the type of what was thrown instead. */
  readonly error: string;
  /** SQLSTATE of a database error. */
  readonly code?: string | undefined;
  /** Only of errors whose message holds nothing that a person sent. */
  readonly message?: string;
  /** The first lines of the stack. */
  readonly at?: string[];
}

/** The loggable parts of an error: its origin, and nothing that a person sent. */
export function errorFields(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '' } = error;
  return {
    error: name,
    code: sqlStateOf(error),
    ...(safeNames.has(name) && { message }),
    at: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 8),
  };
}
