import { siteIdSchema, validate } from '@nafida/contract';
import type { Hono } from 'hono';
import type { DatabaseReader } from '../database/database.js';
import { ProblemError } from '../operations/problem-error.js';
import { findSite } from '../sites/sites.js';
import { clientAddress } from './client-address.js';
import type { ServerContext, ServerEnvironment } from './environment.js';
import { problemErrorOf, problemResponse } from './problem-response.js';
import type { RateLimits } from './rate-limits.js';
import { readBytes } from './request-body.js';

const formType = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;
const readable = { 'Access-Control-Allow-Origin': '*' };

/**
 * `POST /v1/sites/{site}/echo`: answers a form that a page posts with the fields that came, as
 * `{"fields": [{"name", "value"}]}` in their order, the name of a file for its value. Nothing is kept. For trying out
 * how the elements take part in a form; only demonstration sites have it.
 */
export function addEchoRoute(
  app: Hono<ServerEnvironment>,
  reader: DatabaseReader,
  settings: { readonly rateLimits: RateLimits; readonly proxies: number },
): void {
  app.post('/v1/sites/:site/echo', async (context) => {
    context.set('route', 'echo');
    try {
      const id = context.req.param('site');
      if (!validate(siteIdSchema, id).ok) throw new ProblemError('unknown_site');
      const address = clientAddress(context, settings.proxies);
      await settings.rateLimits.countAddress('writes', address, id);
      if (!(await findSite(reader, id))?.demonstration) throw new ProblemError('unknown_site');
      const fields = [...(await formIn(context))].map(([name, value]) => ({
        name,
        value: typeof value === 'string' ? value : value.name,
      }));
      return context.json({ fields }, 200, { ...readable, 'Cache-Control': 'no-store' });
    } catch (error) {
      return problemResponse(problemErrorOf(error).problem, readable);
    }
  });
}

async function formIn({ req }: ServerContext): Promise<FormData> {
  const type = req.header('Content-Type') ?? '';
  if (!formType.test(type)) throw new ProblemError('unsupported_media_type');
  const body = await readBytes(req.raw);
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': type },
    }).formData();
  } catch {
    throw new ProblemError('bad_request');
  }
}
