import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('site', import.meta.url));

/** The participation server that the pages name. */
const apiInPages = 'http://localhost:8081';

/**
 * Serves the province's website on `port`. Its pages are plain files; only where the participation server is not
 * where they say is its address put in as they go out.
 *
 * @param {number} port
 * @param {string} api
 * @returns {Promise<() => void>} what ends it; rejects when the port is taken
 */
export async function startWebsite(port, api) {
  const website = new Hono();
  website.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-cache');
  });
  if (api !== apiInPages) {
    website.get('/:language{ar|fr|commune}/', ({ redirect }) => redirect('index.html'));
    website.get('/:language{ar|fr|commune}/:page{\\w+\\.html}', async (context) => {
      const { language, page } = context.req.param();
      const html = await readFile(`${folder}/${language}/${page}`, 'utf8').catch(() => undefined);
      return html ? context.html(html.replaceAll(apiInPages, api)) : context.notFound();
    });
  }
  website.use(serveStatic({ root: folder }));
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: website.fetch, port, hostname: '127.0.0.1' }, () =>
      resolve(() => {
        server.closeAllConnections();
        server.close();
      }),
    );
    server.once('error', reject);
  });
}
