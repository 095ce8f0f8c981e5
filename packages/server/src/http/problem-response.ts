import { problemMediaType, type Problem } from '@nafida/contract';
import { isDatabaseDown } from '../database/database-errors.js';
import { ObjectStorageError } from '../object-storage.js';
import { ProblemError } from '../operations/problem-error.js';

/** Seconds after which a client should come back when the database or the object storage is away. */
const retryAfterOutage = 5;

/** The problem that answers an error; an unexpected error is `internal_error`. */
export function problemErrorOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return isDatabaseDown(error) || error instanceof ObjectStorageError
    ? new ProblemError('unavailable', { retryAfter: retryAfterOutage })
    : new ProblemError('internal_error');
}

/**
 * The headers of a problem. A client that has to come later is disconnected: thousands of open connections that ask
 * again at once would keep new ones, also health checks, from being accepted.
 */
export function problemHeaders(problem: Problem): Record<string, string> {
  return {
    'Content-Type': problemMediaType,
    'Cache-Control': 'no-store',
    ...(problem.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    ...(problem.retryAfter !== undefined && { 'Retry-After': String(problem.retryAfter) }),
    ...(problem.status === 503 && { Connection: 'close' }),
  };
}

/** RFC 9457 answer to a refused request. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...problemHeaders(problem), ...headers },
  });
}
