import { createClient } from '@nafida/client';
import { createStaffClient } from '@nafida/client/staff.js';
import { createFakeServer, sampleSession } from '@nafida/client/testing';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { listen } from '../embed/fixture-site.mjs';
import { root } from '../harness/tree.mjs';

const SCRIPTS = join(root, 'packages/embed/dist');
const TYPES = { '.js': 'text/javascript; charset=utf-8', '.json': 'application/json' };

const ALLOWED = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
};

/** Notes what goes wrong on the page, before anything else runs. */
const WATCH = `(() => {
  const errors = [];
  addEventListener('error', ({ message }) => message && errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  globalThis.nafidaTest = { errors };
})();`;

/** Remembers what the page is before our script runs, and tells later what changed. */
const REMEMBER = `(() => {
  const kinds = [Object, Array, String, Number, Promise, Map, Set, Element, HTMLElement, Node, Event];
  const names = () => [
    ...Object.getOwnPropertyNames(globalThis).map((name) => 'window.' + name),
    ...kinds.flatMap((kind) => Object.getOwnPropertyNames(kind.prototype).map((name) => kind.name + '.prototype.' + name)),
    ...[...document.head.children].map((child) => 'head: ' + child.outerHTML.slice(0, 80)),
  ];
  const before = new Set(names());
  globalThis.nafidaTest.changes = () => names().filter((name) => !before.has(name));
})();`;

/**
 * A commune's website with one page at a time, and on another origin the participation server and the scripts.
 *
 * @typedef {object} CommuneSite
 * @property {string} origin of the pages
 * @property {string} service origin of the participation server and the scripts (also under `/older/`)
 * @property {(html: string, headers: Record<string, string>) => string} publish answers the address of the page
 * @property {() => Promise<{ site: string, trackingCode: string, created: () => number }>} renew a participation server
 *   without anything of the page before: one session, one published proposal
 * @returns {Promise<CommuneSite & { close: () => void }>}
 */
export async function startCommuneSite() {
  let published = { html: '', headers: {} };
  let fake;
  let pages = 0;

  const website = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://commune');
    const script = { '/watch.js': WATCH, '/remember.js': REMEMBER }[pathname];
    if (script) return void response.writeHead(200, { 'content-type': TYPES['.js'] }).end(script);
    if (!pathname.startsWith('/page')) return void response.writeHead(404).end();
    const headers = { 'content-type': 'text/html; charset=utf-8', ...published.headers };
    response.writeHead(200, headers).end(published.html);
  });

  const service = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(ALLOWED)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const { pathname } = new URL(request.url, 'http://service');
    if (pathname.startsWith('/v1/')) return void (await answer(request, response));
    try {
      const body = await readFile(join(SCRIPTS, normalize(pathname.replace(/^\/older\//, '/'))));
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });

  async function answer(request, response) {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const reply = await fake.fetch(fake.baseUrl + request.url, {
      method: request.method,
      headers: Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => !['host', 'origin'].includes(name)),
      ),
      ...(body.length > 0 && { body }),
    });
    const headers = { ...Object.fromEntries(reply.headers), ...ALLOWED };
    response.writeHead(reply.status, headers).end(Buffer.from(await reply.arrayBuffer()));
  }

  const [origin, serviceOrigin] = await Promise.all([website, service].map(listen));
  return {
    origin,
    service: serviceOrigin,
    publish(html, headers) {
      published = { html, headers };
      return `${origin}/page${(pages += 1)}`;
    },
    async renew() {
      fake = createFakeServer({ sessions: [sampleSession()] });
      const { trackingCode, site } = await fill(fake);
      const begun = fake.requests.length;
      return {
        site,
        trackingCode,
        created: () =>
          fake.requests
            .slice(begun)
            .filter(({ method, url }) => method === 'POST' && url.endsWith('/proposals')).length,
      };
    },
    close() {
      for (const server of [website, service]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function fill({ baseUrl, site, fetch, staffToken }) {
  const options = { baseUrl, site, fetch, staffToken };
  const client = createClient(options);
  const { privacy } = await client.site.get();
  const { reference, trackingCode } = await client.proposals.create({
    consultation: 'digital-2030',
    axis: 'access-and-uses',
    title: 'تغطية الدواوير بالأنترنت',
    body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
    language: 'ar',
    consent: { privacyHash: privacy.hash },
  });
  await createStaffClient(options).proposals.decide(reference, { decision: 'publish' });
  return { site, trackingCode };
}
