import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { ServerEnvironment } from './environment.js';
import { belowPath } from './public-path.js';

/** The build puts seven letters and figures of a file's content into its name: what has another content is another file. */
const namedByContent = /\/nafida\/[\w.-]+-[0-9a-z]{7}\.js(\.br|\.gz)?$/;

/** Whether a file has its content in its name, by its path. */
export const isNamedByContent = (path: string): boolean => namedByContent.test(path);

/** A script of one release, whose hash pages may name in `integrity`. */
const ofOneRelease = /\/nafida(\.all)?-\d+\.\d+\.\d+[\w.-]*\.js(\.br|\.gz|\.integrity)?$/;

/** Whether a file is the script of one release, by its path: it does not change either. */
export const isOfOneRelease = (path: string): boolean => ofOneRelease.test(path);

/** Scripts that pages name: an hour's delay is what an update of the server costs, and a visit waits for none of it. */
const script = /\/nafida(\.all)?\.js$/;

/**
 * How long a file may be kept, by its path: for ever if it can never change; a script for ten minutes, and one more day
 * while a newer one is fetched. Pages are requested again, which costs a 304.
 */
function fileCacheControl(path: string): string {
  if (isNamedByContent(path) || isOfOneRelease(path)) return 'public, max-age=31536000, immutable';
  if (script.test(path)) return 'public, max-age=600, stale-while-revalidate=86400';
  return 'no-cache';
}

/**
 * Serves pages and scripts from `directories`, the first that has a file; compressed if a compressed file is beside it.
 * Also below `publicPath`, for a proxy that keeps the path.
 */
export function addPublicFiles(
  app: Hono<ServerEnvironment>,
  directories: readonly string[],
  publicPath = '',
): void {
  if (directories.length === 0) return;
  app.use(etag());
  app.use(async (context, next) => {
    await next();
    if (context.get('route') !== 'page') return;
    // Module scripts are always fetched with CORS.
    context.res.headers.set('Access-Control-Allow-Origin', '*');
    context.res.headers.set('Cache-Control', fileCacheControl(context.req.path));
  });
  // Called once the answer is made: too late to add headers to it here.
  const onFound = (_path: string, context: Context<ServerEnvironment>) =>
    context.set('route', 'page');
  for (const root of directories) {
    for (const path of new Set(['', publicPath])) {
      const rewriteRequestPath = (asked: string) => belowPath(asked, path);
      app.use(serveStatic({ root, precompressed: true, onFound, rewriteRequestPath }));
    }
  }
}
