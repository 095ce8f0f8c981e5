// A small proxy as communes have them: it keeps its connections to the servers behind it, sends to those whose `/readyz`
// says so, and tries nothing again.
import { Agent, createServer, request } from 'node:http';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @param {{ origins: string[], everyMs: number }} options the servers, and how often they are asked whether they are ready
 * @returns {Promise<{ origin: string, failures: string[], untilReady(origin: string, isSo: boolean): Promise<void>, close(): void }>}
 */
export async function startReadinessProxy({ origins, everyMs }) {
  const backends = origins.map((origin) => ({
    origin,
    isReady: false,
    agent: new Agent({ keepAlive: true }),
  }));
  const failures = [];
  let next = 0;
  const server = createServer((incoming, outgoing) => {
    const ready = backends.filter(({ isReady }) => isReady);
    const backend = ready[next++ % ready.length];
    const fail = (why) => {
      failures.push(`${incoming.method} ${incoming.url}: ${why}`);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    };
    if (!backend) return fail('no server is ready');
    const { method, headers } = incoming;
    const onward = request(`${backend.origin}${incoming.url}`, {
      ...{ method, agent: backend.agent },
      headers: { ...headers, connection: 'keep-alive' },
    });
    onward.on('response', (answer) => {
      const { connection: _ofThatLine, ...others } = answer.headers;
      outgoing.writeHead(answer.statusCode, others);
      answer.on('error', ({ message }) => fail(message)).pipe(outgoing);
    });
    onward.on('error', ({ message }) => fail(message));
    incoming.pipe(onward);
  });
  server.keepAliveTimeout = 60_000;
  const look = async (backend) => {
    const signal = AbortSignal.timeout(2_000);
    const answer = await fetch(`${backend.origin}/readyz`, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    backend.isReady = answer?.ok ?? false;
  };
  let isClosed = false;
  for (const backend of backends) {
    void (async () => {
      while (!isClosed) {
        await look(backend);
        await delay(everyMs);
      }
    })();
  }
  const listening = once(server, 'listening');
  server.listen(0, '127.0.0.1');
  await listening;
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    failures,
    async untilReady(origin, isSo) {
      const backend = backends.find((each) => each.origin === origin);
      for (let attempt = 0; backend.isReady !== isSo; attempt += 1) {
        if (attempt === 600) throw new Error(`${origin} is ${isSo ? 'not ready' : 'ready'}`);
        await delay(50);
      }
    },
    close() {
      isClosed = true;
      for (const { agent } of backends) agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
