import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { ProblemError } from '../operations/problem-error.js';
import type { ServerEnvironment } from './environment.js';
import { problemResponse } from './problem-response.js';
import type { Readiness } from './readiness.js';

/**
 * `/livez`: this process answers. `/readyz`: the database answers too, and the server is not about to end
 * (`"detail": "draining"`), so requests may be sent here.
 */
export function addHealthRoutes(
  app: Hono<ServerEnvironment>,
  database: Database,
  readiness: Readiness,
): void {
  const headers = { 'Cache-Control': 'no-store' };
  app.get('/livez', (context) => {
    context.set('route', 'livez');
    return context.json({ status: 'ok' }, 200, headers);
  });
  app.get('/readyz', async (context) => {
    context.set('route', 'readyz');
    if (readiness.isEnding) return notReady('draining');
    try {
      await sql`select 1`.execute(database.reader);
    } catch {
      return notReady('the database does not answer');
    }
    readiness.noteAnswered();
    return context.json({ status: 'ok' }, 200, headers);
  });
}

function notReady(detail: string): Response {
  return problemResponse(new ProblemError('unavailable', { retryAfter: 5, detail }).problem);
}
