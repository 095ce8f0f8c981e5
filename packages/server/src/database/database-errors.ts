import type { Tables } from './tables.js';

/** The five-character SQLSTATE of a database error, or the system's code such as `ECONNREFUSED`. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Whether an insert failed because `table` already has the row. If a table is divided by site, the names of its parts
 * begin with its own.
 */
export function isDuplicateIn(table: keyof Tables, error: unknown): boolean {
  if (sqlStateOf(error) !== '23505') return false;
  return (error as { readonly table?: string }).table?.startsWith(table) ?? false;
}

// 08 connection, 28 role, 53 resources, 57 operator, 58 system; 25006 a standby; 55P03 lock timeout.
const passingStates =
  /^(?:08|28|53|57|58|25006|55P03|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET|ENOENT)/;
const passingMessages =
  /connection terminated|connection timeout|timeout exceeded|query read timeout|not queryable|is closed|pool after calling end|already been destroyed|connection error/i;

/** Whether `error` says that the database cannot answer just now, rather than that the request is wrong. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof WebAssembly.RuntimeError) return true;
  const code = sqlStateOf(error);
  return code ? passingStates.test(code) : passingMessages.test(error.message);
}
