import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { ProblemError } from '../participation/problem-error.js';
import type { ServerEnvironment } from './environment.js';
import { problemResponse } from './problem-response.js';

/**
 * `/livez`: this process answers. `/readyz`: the database answers too, and the server is not about to end, so
 * requests may be sent here.
 */
export function addHealthRoutes(
  app: Hono<ServerEnvironment>,
  database: Database,
  isEnding: () => boolean,
): void {
  const headers = { 'Cache-Control': 'no-store' };
  app.get('/livez', (context) => {
    context.set('route', 'livez');
    return context.json({ status: 'ok' }, 200, headers);
  });
  app.get('/readyz', async (context) => {
    context.set('route', 'readyz');
    try {
      if (isEnding()) throw new Error('The server is ending.');
      await sql`select 1`.execute(database.reader);
      return context.json({ status: 'ok' }, 200, headers);
    } catch {
      return problemResponse(new ProblemError('unavailable', { retryAfter: 5 }).problem);
    }
  });
}
