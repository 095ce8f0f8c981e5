import type { Logger as QueryListener } from 'kysely';
import type { Logger } from 'pino';
import type { Fetch } from './http/http-server.js';
import type { RequestRecord } from './http/request-record.js';
import type { MetricSources } from './metrics/metrics.js';
import type { MetricsPlace, ServedMetrics } from './metrics/metrics-server.js';
import type { Tracing } from './tracing/tracing.js';

/** The monitoring of the server: the log, and figures and traces if they are wanted, loaded only then. */
export class Observation {
  readonly #log: Logger;
  readonly #tracing: Tracing | undefined;
  #served: ServedMetrics | undefined;

  /** Rejects with a sentence when traces are asked for and cannot be sent. */
  static async start(traces: boolean, log: Logger): Promise<Observation> {
    if (!traces) return new Observation(log, undefined);
    const { Tracing } = await import('./tracing/tracing.js');
    return new Observation(log, await Tracing.start());
  }

  private constructor(log: Logger, tracing: Tracing | undefined) {
    this.#log = log;
    this.#tracing = tracing;
  }

  /** Called for every query; undefined if nobody listens. */
  get onQuery(): QueryListener | undefined {
    return this.#tracing?.onQuery;
  }

  /** Told of every request once it is answered. */
  readonly onAnswered = (record: RequestRecord): void => {
    this.#log.info(record);
    this.#served?.metrics.count(record);
    this.#tracing?.name(record);
  };

  /** The same server, followed where traces are asked for. */
  around(fetch: Fetch, proxies: number): Fetch {
    return this.#tracing ? this.#tracing.around(fetch, proxies) : fetch;
  }

  /** Gives figures at an address of their own. Rejects with a sentence when its port is taken. */
  async serveMetrics(place: MetricsPlace, sources: MetricSources): Promise<void> {
    const { serveMetrics } = await import('./metrics/metrics-server.js');
    this.#served = await serveMetrics(place, sources);
  }

  /** Gives no more figures, and sends the traces that are left. */
  async close(): Promise<void> {
    await Promise.all([this.#served?.close(), this.#tracing?.close()]);
  }
}
