// The same bytes as the server's answers, from memory, by the HTTP library alone: what nothing can be faster than here.
//   node tests/proof/bare-hono.mjs ORIGIN PATH…
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [origin, ...paths] = process.argv.slice(2);
const app = new Hono();
for (const path of paths) {
  const answer = await fetch(origin + path, { headers: { 'Accept-Encoding': 'identity' } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const headers = { 'Content-Type': answer.headers.get('Content-Type') };
  app.get(new URL(path, origin).pathname, () => new Response(bytes, { headers }));
}
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
);
