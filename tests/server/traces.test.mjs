import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { propose } from '../conformance/inputs.mjs';
import { startServer } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeProvince } from './province.mjs';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';

for (const engine of engines) {
  describe(`traces by OpenTelemetry (${engine})`, () => {
    let collector;
    let province;
    before(async () => {
      collector = await startCollector();
      province = await makeProvince(engine);
    });
    after(async () => {
      await province?.close();
      collector?.close();
    });

    it('hold requests with their queries, and nothing that a person sent', async () => {
      const server = await province.serve({
        args: ['--trust-proxy', '1'],
        env: {
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
          OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        },
      });
      const api = await province.apiOf(server);
      const title = 'Une phrase que personne ne doit lire ailleurs';
      await propose(api, { title, author: { name: 'Zineb Testname', email: 'zineb@example.org' } });
      await api.value('listProposals', {
        headers: { traceparent: `00-${traceId}-${parent}-01`, 'X-Request-Id': traceId },
      });
      assert.equal(await server.stop(), 0);

      const spans = collector.spans();
      const create = spans.find(({ name }) => name === 'createProposal');
      assert.equal(create.attributes['http.response.status_code'], 201);
      const queries = spans.filter(({ parentSpanId }) => parentSpanId === create.spanId);
      assert.ok(queries.some(({ name }) => name === 'insert'));
      const list = spans.find(({ name }) => name === 'listProposals');
      assert.deepEqual([list.traceId, list.parentSpanId], [traceId, parent]);
      assert.equal(list.attributes['nafida.request_id'], traceId);
      assert.equal(collector.services()[0], 'nafida-server');
      for (const secret of ['Une phrase', 'Zineb', 'zineb@example.org']) {
        assert.ok(!collector.text().includes(secret), secret);
      }
    });

    it('are not continued if a stranger began them', async () => {
      const server = await province.serve({
        env: {
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
          OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
          OTEL_SERVICE_NAME: 'participation',
        },
      });
      const strange = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
      await fetch(`${server.origin}/livez`, {
        headers: { traceparent: `00-${strange}-${parent}-01` },
      });
      assert.equal(await server.stop(), 0);
      const names = collector.spans().map((span) => span.name);
      assert.ok(names.includes('livez'));
      assert.ok(collector.spans().every((span) => span.traceId !== strange));
      assert.ok(collector.services().includes('participation'));
    });

    it('cost nothing but themselves when nobody takes them', async () => {
      const server = await province.serve({
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' },
      });
      const api = await province.apiOf(server);
      await api.value('listProposals');
      assert.equal(await server.stop(), 0);
    });
  });
}

describe('a server that shall send traces and has no SDK', () => {
  it('does not start, and says what to install', async () => {
    const folder = await temporaryFolder('no-sdk');
    const hooks = join(folder, 'hooks.mjs');
    await writeFile(
      hooks,
      `export async function resolve(name, context, next) {
        if (name !== '@opentelemetry/sdk-node') return next(name, context);
        throw Object.assign(new Error('not there'), { code: 'ERR_MODULE_NOT_FOUND' });
      }`,
    );
    const first = join(folder, 'first.mjs');
    const register = `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(hooks))});`;
    await writeFile(first, register);
    const env = {
      NODE_OPTIONS: `--import=${pathToFileURL(first).href}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    };
    await assert.rejects(startServer({ env }), /npm install @opentelemetry\/sdk-node/);
  });
});

/** Takes what an OTLP exporter sends as JSON. */
async function startCollector() {
  const bodies = [];
  const server = createServer(async (incoming, outgoing) => {
    const pieces = [];
    for await (const piece of incoming) pieces.push(piece);
    if (incoming.url === '/v1/traces') bodies.push(Buffer.concat(pieces).toString());
    outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  const listening = once(server, 'listening');
  server.listen(0, '127.0.0.1');
  await listening;
  const resources = () => bodies.flatMap((body) => JSON.parse(body).resourceSpans);
  const attributesOf = (list) =>
    Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]]));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    text: () => bodies.join('\n'),
    spans: () =>
      resources()
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
        .map((span) => ({ ...span, attributes: attributesOf(span.attributes) })),
    services: () =>
      resources().map(({ resource }) => attributesOf(resource.attributes)['service.name']),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
