import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import type { Logger as QueryListener } from 'kysely';
import type { Fetch } from '../http/http-server.js';
import type { RequestRecord } from '../http/request-record.js';
import { startSdk } from './sdk.js';

/** Traces requests and their queries, and sends the spans to the address in the `OTEL_…` variables. */
export class Tracing {
  readonly #tracer: Tracer = trace.getTracer('nafida-server');
  readonly #stop: () => Promise<void>;

  /** Rejects with a sentence when the SDK is not installed. */
  static async start(): Promise<Tracing> {
    return new Tracing(await startSdk());
  }

  private constructor(stop: () => Promise<void>) {
    this.#stop = stop;
  }

  /** The same server with a span around each request. */
  around(fetch: Fetch, proxies: number): Fetch {
    return (request, bindings) => {
      const { incoming, outgoing } = bindings;
      // A proxy of ours may have begun the trace; strangers do not choose what we keep.
      const before =
        proxies > 0 ? propagation.extract(ROOT_CONTEXT, incoming.headers) : ROOT_CONTEXT;
      const attributes = { 'http.request.method': incoming.method };
      const span = this.#tracer.startSpan('request', { kind: SpanKind.SERVER, attributes }, before);
      outgoing.once('close', () => span.end());
      return context.with(trace.setSpan(before, span), () => fetch(request, bindings));
    };
  }

  /** Says what the request was that runs. */
  name({ route, status, requestId }: RequestRecord): void {
    const span = trace.getActiveSpan();
    if (!span) return;
    span.updateName(route);
    span.setAttributes({
      'http.route': route,
      'http.response.status_code': status,
      'nafida.request_id': requestId,
    });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  }

  /** A span for each query: its text has places for values, never the values. */
  readonly onQuery: QueryListener = ({ level, query, queryDurationMillis }) => {
    if (!trace.getActiveSpan()) return;
    const endedAt = Date.now();
    const text = query.sql.slice(0, longestQuery);
    const span = this.#tracer.startSpan(text.split(/\s/, 1)[0] ?? 'query', {
      kind: SpanKind.CLIENT,
      startTime: endedAt - queryDurationMillis,
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
    });
    if (level === 'error') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAt);
  };

  /** Sends what is left. */
  async close(): Promise<void> {
    await this.#stop();
  }
}

/** Characters of a query that a span keeps. */
const longestQuery = 1_000;
