import { attachmentPath, siteIdSchema, validate } from '@nafida/contract';
import type { Hono } from 'hono';
import { ReadableStream } from 'node:stream/web';
import { findDownload } from '../attachments/downloads.js';
import { begunContentOf } from '../attachments/stored-content.js';
import { ProblemError } from '../operations/problem-error.js';
import { findSite } from '../sites/sites.js';
import type { AllServices } from './all-services.js';
import { rangeIn } from './byte-range.js';
import { attachmentCacheControl, privateCacheControl } from './caching.js';
import { clientAddress } from './client-address.js';
import { preflightResponse, readableBy } from './cross-origin.js';
import type { ServerContext, ServerEnvironment } from './environment.js';
import type { RouteSettings } from './operation-routes.js';
import { problemErrorOf, problemResponse } from './problem-response.js';
import { isKnown } from './public-answer.js';

const methods = 'GET, HEAD, OPTIONS';

/**
 * Serves the files of citizens as downloads, never to show in place, so that no file runs on anybody's page. The path
 * is separate, so that a proxy can give it its own host name.
 */
export function addAttachmentRoute(
  app: Hono<ServerEnvironment>,
  services: AllServices,
  settings: DownloadSettings & Pick<RouteSettings, 'onUnexpectedError'>,
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
      return await download(services, settings, context, readable);
    } catch (error) {
      const { problem } = problemErrorOf(error);
      if (problem.status >= 500) settings.onUnexpectedError(error, context);
      const allow = problem.code === 'method_not_allowed' && { Allow: methods };
      return problemResponse(problem, { ...readable, ...allow });
    }
  });
}

type DownloadSettings = Pick<RouteSettings, 'rateLimits' | 'proxies'>;

async function download(
  services: AllServices,
  { rateLimits, proxies }: DownloadSettings,
  context: ServerContext,
  readable: Record<string, string>,
): Promise<Response> {
  const site = context.req.param('site') ?? '';
  if (!validate(siteIdSchema, site).ok) throw new ProblemError('not_found');
  await rateLimits.countAddress('reads', clientAddress(context, proxies), site);
  if (!(await findSite(services.database.reader, site))) throw new ProblemError('unknown_site');
  const [, token = ''] = /^Bearer +(.+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
  const id = context.req.param('attachment') ?? '';
  const file = await findDownload(services, site, id, token.trim());
  const tag = `"${file.id}"`;
  const headers = {
    ...readable,
    'Content-Type': file.mediaType,
    'Accept-Ranges': 'bytes',
    ETag: tag,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': file.isPublic ? attachmentCacheControl : privateCacheControl,
  };
  if (isKnown(context.req.header('If-None-Match'), file.id)) {
    return new Response(null, { status: 304, headers });
  }
  const isHead = context.req.method === 'HEAD';
  const condition = context.req.header('If-Range');
  // A part of what has changed since is of no use to anybody.
  const asksForPart = !isHead && (condition === undefined || condition === tag);
  const range = rangeIn(asksForPart ? context.req.header('Range') : undefined, file.bytes);
  if (range === 'unsatisfiable') {
    const span = { 'Content-Range': `bytes */${file.bytes}` };
    return new Response(null, { status: 416, headers: { ...readable, ...span } });
  }
  const { from, to } = range === 'whole' ? { from: 0, to: file.bytes } : range;
  const part = range !== 'whole' && { 'Content-Range': `bytes ${from}-${to - 1}/${file.bytes}` };
  const { database, objects } = services;
  // Piece by piece, as fast as the line takes them.
  const content = isHead
    ? null
    : await begunContentOf(database.reader, objects, file.stored, { from, to });
  return new Response(content && (ReadableStream.from(content) as BodyInit), {
    status: part ? 206 : 200,
    headers: { ...headers, 'Content-Length': String(to - from), ...part },
  });
}
