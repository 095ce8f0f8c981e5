import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { root } from '../harness/tree.mjs';

const DIST = join(root, 'packages/embed/dist');
const TYPES = { '.js': 'text/javascript; charset=utf-8', '.json': 'application/json' };

/**
 * A commune's website and, on another origin, the host that `nafida.js` comes from (also under `/older/`, as
 * another version would).
 */
export async function startFixtureSite() {
  const pages = new Map();
  const requests = [];
  let intercept = () => undefined;

  const site = createServer((request, response) => {
    const { html, headers } = pages.get(request.url) ?? {};
    if (html === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  });

  const assets = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://assets');
    requests.push(pathname);
    const answer = await intercept(pathname);
    if (answer === 'fail') return void response.writeHead(503).end();
    response.setHeader('access-control-allow-origin', '*');
    try {
      const body = answer ?? (await readFile(fileOf(pathname)));
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });

  const [siteOrigin, assetsOrigin] = await Promise.all([site, assets].map(listen));
  let pageCount = 0;
  return {
    siteOrigin,
    assetsOrigin,
    /** Paths asked of the assets' host since the last page was made, in order. */
    requests,
    /** Adds a page and returns its URL; `headers` are response headers. */
    page(html, headers = {}) {
      requests.length = 0;
      intercept = () => undefined;
      const path = `/${(pageCount += 1)}.html`;
      pages.set(path, {
        html: `<!doctype html><html lang="fr"><title>Page</title>${html}`,
        headers,
      });
      return siteOrigin + path;
    },
    /** `decide(path)` answers `'fail'` for a 503, a body, or undefined for the real file; it may be async. */
    intercept(decide) {
      intercept = decide;
    },
    close() {
      for (const server of [site, assets]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function fileOf(pathname) {
  return join(DIST, normalize(pathname.replace(/^\/older\//, '/')));
}

/** Listens on a free port, and answers the origin. */
export async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}
