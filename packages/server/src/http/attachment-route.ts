import { attachmentPath, siteIdSchema, validate } from '@nafida/contract';
import type { Hono } from 'hono';
import { findDownload } from '../attachments/downloads.js';
import type { Services } from '../participation/operation.js';
import { ProblemError } from '../participation/problem-error.js';
import { findSite } from '../participation/sites.js';
import { attachmentCacheControl, privateCacheControl } from './caching.js';
import { clientAddress } from './client-address.js';
import { preflightResponse, readableBy } from './cross-origin.js';
import type { ServerContext, ServerEnvironment } from './environment.js';
import type { RouteSettings } from './operation-routes.js';
import { problemErrorOf, problemResponse } from './problem-response.js';

const methods = 'GET, HEAD, OPTIONS';

/**
 * Serves what citizens attached, to be saved and never to be shown in place: whatever a file holds, it runs on nobody's
 * page. The path stands apart so that a proxy can put it under a host name of its own.
 */
export function addAttachmentRoute(
  app: Hono<ServerEnvironment>,
  services: Services,
  { rateLimits, proxies, onFault }: Pick<RouteSettings, 'rateLimits' | 'proxies' | 'onFault'>,
): void {
  app.all(attachmentPath(':site', ':attachment'), async (context) => {
    context.set('route', 'attachment');
    const origin = context.req.header('Origin');
    const { method } = context.req;
    if (method === 'OPTIONS') {
      return preflightResponse(
        origin ?? '*',
        context.req.header('Access-Control-Request-Headers'),
        methods,
      );
    }
    const readable = readableBy(origin, 'public');
    try {
      if (method !== 'GET' && method !== 'HEAD') throw new ProblemError('method_not_allowed');
      return await download(context, readable);
    } catch (error) {
      const { problem } = problemErrorOf(error);
      if (problem.status >= 500) onFault(error, context);
      const allow = problem.code === 'method_not_allowed' && { Allow: methods };
      return problemResponse(problem, { ...readable, ...allow });
    }
  });

  async function download(context: ServerContext, readable: Record<string, string>) {
    const site = context.req.param('site') ?? '';
    if (!validate(siteIdSchema, site).ok) throw new ProblemError('not_found');
    await rateLimits.countAddress('reads', clientAddress(context, proxies), site);
    if (!(await findSite(services.database.reader, site))) throw new ProblemError('unknown_site');
    const [, token = ''] = /^Bearer +(.+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
    const id = context.req.param('attachment') ?? '';
    const file = await findDownload(services, site, id, token.trim());
    const headers = {
      ...readable,
      'Content-Type': file.mediaType,
      'Content-Length': String(file.content.byteLength),
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': file.isPublic ? attachmentCacheControl : privateCacheControl,
      ...(file.isPublic && { ETag: `"${file.id}"` }),
    };
    const isKnown = file.isPublic && context.req.header('If-None-Match') === `"${file.id}"`;
    return isKnown
      ? new Response(null, { status: 304, headers })
      : new Response(file.content, { headers });
  }
}
