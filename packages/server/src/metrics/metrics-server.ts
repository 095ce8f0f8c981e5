import { createServer } from 'node:http';
import { listen } from '../http/listening.js';
import { Metrics, type MetricSources } from './metrics.js';

/** An address of this machine that figures are given at. */
export interface MetricsPlace {
  readonly host: string;
  readonly port: number;
}

/** Figures, and what ends giving them. */
export interface ServedMetrics {
  readonly metrics: Metrics;
  readonly close: () => Promise<void>;
}

/** Serves figures at `/metrics` on an address of their own: they are for the operator, never for the public. */
export async function serveMetrics(
  { host, port }: MetricsPlace,
  sources: MetricSources,
): Promise<ServedMetrics> {
  const metrics = new Metrics(sources);
  const server = createServer((incoming, outgoing) => {
    if (incoming.method !== 'GET' || incoming.url !== '/metrics') {
      outgoing.writeHead(404, { 'Content-Type': 'text/plain' }).end('Figures are at /metrics.\n');
      return;
    }
    metrics.text().then(
      (text) => outgoing.writeHead(200, { 'Content-Type': metrics.mediaType }).end(text),
      () => outgoing.writeHead(500).end(),
    );
  });
  await listen(server, host, port);
  return {
    metrics,
    close: async () => {
      const closed = new Promise((settle) => server.close(settle));
      server.closeAllConnections();
      await closed;
    },
  };
}
