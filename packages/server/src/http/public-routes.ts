import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import {
  queryOf,
  siteIdSchema,
  validate,
  type Operation,
  type OperationId,
} from '@nafida/contract';
import { allOperations as operations } from '@nafida/contract/staff.js';
import type { Hono } from 'hono';
import type { Made, VersionedCache } from '../database/versioned-cache.js';
import type { Call, Reply, ServicesOf } from '../operations/operation.js';
import { invalidInput, ProblemError } from '../operations/problem-error.js';
import type { AllServices } from './all-services.js';
import { answerHeaders, protocolHeaders } from './answer-headers.js';
import { costOf, publicCacheControl } from './caching.js';
import { clientAddress } from './client-address.js';
import { readableBy } from './cross-origin.js';
import type { ServerContext, ServerEnvironment } from './environment.js';
import { handlers } from './handlers.js';
import { parametersOf, routeOf } from './operation-paths.js';
import type { RouteSettings } from './operation-routes.js';
import { problemErrorOf, problemHeaders } from './problem-response.js';
import { PublicAnswer, type Sent } from './public-answer.js';
import { requestIdOf } from './request-id.js';
import type { RequestRecord } from './request-record.js';

/** As many addresses as are read once. */
const mostKnown = 2_000;

const headersOfAll = { ...answerHeaders, ...protocolHeaders, ...readableBy(undefined, 'public') };

/** What these routes need beside what all do. */
interface PublicRouteSettings extends RouteSettings {
  readonly answers: VersionedCache<PublicAnswer>;
  /** Told of every request once it is answered. */
  readonly onAnswered: (record: RequestRecord) => void;
}

/** A refusal. Its body is text, which Node sends in one piece with the headers. */
interface SentProblem extends Omit<Sent, 'body'> {
  readonly body: string;
}

/** What a request asks for, read from its address. */
interface Asked {
  readonly site: string;
  readonly parameters: Record<string, string>;
  readonly query: unknown;
  /** The same for all addresses that ask for the same. */
  readonly name: string;
}

/**
 * Makes a route of every operation whose answers anyone may keep. They stand before everything else in the app, and write
 * to the connection themselves: nothing that is asked so often may pass through what it does not need.
 */
export function addPublicRoutes(
  app: Hono<ServerEnvironment>,
  services: AllServices,
  settings: PublicRouteSettings,
): void {
  const router = new PublicRouter(services, settings);
  for (const [id, { path, cache }] of Object.entries(operations)) {
    if (cache !== 'public') continue;
    app.get(routeOf(path), (context) => router.answer(context, id as OperationId));
  }
}

class PublicRouter {
  readonly #services: AllServices;
  readonly #settings: PublicRouteSettings;
  readonly #known = new Map<string, Asked>();

  constructor(services: AllServices, settings: PublicRouteSettings) {
    this.#services = services;
    this.#settings = settings;
  }

  async answer(context: ServerContext, id: OperationId): Promise<Response> {
    const startedAt = performance.now();
    const { incoming, outgoing } = context.env;
    const requestId = requestIdOf(incoming.headers['x-request-id']);
    context.set('requestId', requestId);
    const { status, headers, body } = await this.#sent(context, id);
    outgoing.writeHead(status, { ...headersOfAll, ...headers, 'X-Request-Id': requestId });
    outgoing.end(body);
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    this.#settings.onAnswered({ requestId, method: incoming.method, route: id, status, ms });
    return RESPONSE_ALREADY_SENT;
  }

  async #sent(context: ServerContext, id: OperationId): Promise<Sent | SentProblem> {
    try {
      const { headers } = context.env.incoming;
      const answer = await this.#find(context, id);
      return await answer.to({
        known: headers['if-none-match'],
        encodings: headers['accept-encoding'],
      });
    } catch (error) {
      const { problem } = problemErrorOf(error);
      if (!(error instanceof ProblemError)) this.#settings.onUnexpectedError(error, context);
      const body = JSON.stringify(problem);
      const headers = {
        ...problemHeaders(problem),
        'Content-Length': String(Buffer.byteLength(body)),
      };
      return { status: problem.status, headers, body };
    }
  }

  async #find(context: ServerContext, id: OperationId): Promise<PublicAnswer> {
    const { rateLimits, admission, answers, proxies } = this.#settings;
    const address = clientAddress(context, proxies);
    await rateLimits.countAddress('requests', address);
    const site = context.req.param('site') ?? '';
    if (!validate(siteIdSchema, site).ok) throw new ProblemError('unknown_site');
    await rateLimits.countAddress('reads', address, site);
    const asked = this.#asked(context, id, site);
    return answers.get(site, asked.name, async (version) => {
      const made = await admission.run('read', () => this.#make(id, asked, version));
      // Whoever made the server work pays for it; what is kept costs nothing.
      await rateLimits.charge('reads', costOf(id) - 1, address, site);
      return made;
    });
  }

  /** Addresses that are asked for often are read once. */
  #asked(context: ServerContext, id: OperationId, site: string): Asked {
    const { url = '' } = context.env.incoming;
    const known = this.#known.get(url);
    if (known) return known;
    const operation: Operation = operations[id];
    const at = url.indexOf('?');
    const search = new URLSearchParams(at < 0 ? '' : url.slice(at));
    const parameters = parametersOf(context, operation);
    const result = validate(operation.query, queryOf(operation, search));
    // Whether there is such a site comes first.
    const query = result.ok ? result.value : invalidInput(...result.issues);
    const name = `${id} ${JSON.stringify([parameters, query])}`;
    const asked = { site, parameters, query, name };
    if (!result.ok) return asked;
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(url, asked);
    return asked;
  }

  async #make<Id extends OperationId>(
    id: Id,
    asked: Asked,
    version: string,
  ): Promise<Made<PublicAnswer>> {
    const operation: Operation = operations[id];
    const site = await this.#services.sites.find(asked.site);
    if (!site) throw new ProblemError('unknown_site');
    if (asked.query instanceof ProblemError) throw asked.query;
    const { parameters, query } = asked;
    const call = {
      ...{ site, parameters, query, body: null, token: '', staff: '' },
      ...{ idempotencyKey: '', proof: null },
    } as unknown as Call<Id>;
    const { database } = this.#services;
    const { body, until = null }: Reply<Id> = await database.readAt(asked.site, version, (read) =>
      handlers[id]({ ...this.#services, database: read } as ServicesOf<Id, AllServices>, call),
    );
    const isText = operation.mediaType !== 'application/json';
    const value = new PublicAnswer(isText ? (body as string) : JSON.stringify(body), {
      'Content-Type': isText ? `${operation.mediaType}; charset=utf-8` : 'application/json',
      'Cache-Control': publicCacheControl(id),
    });
    return { value, bytes: value.size, until };
  }
}
