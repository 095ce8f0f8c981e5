import { ProblemError } from '../operations/problem-error.js';
import { problemResponse } from './problem-response.js';

const retryAfter = 30;

/** The answer to every request, readiness included, once a newer version has changed the database. */
export function outdatedAnswer(): Response {
  const { problem } = new ProblemError('unavailable', {
    retryAfter,
    detail: 'A newer version of the server has taken the database over.',
  });
  return problemResponse(problem, { 'Access-Control-Allow-Origin': '*' });
}
