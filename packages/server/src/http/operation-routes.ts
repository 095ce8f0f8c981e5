import {
  idempotencyKeyHeader,
  idempotencyKeySchema,
  idempotencyReplayedHeader,
  isLoopback,
  proofHeader,
  queryOf,
  siteIdSchema,
  validate,
  type Operation,
  type OperationId,
} from '@nafida/contract';
import { allOperations as operations } from '@nafida/contract/staff.js';
import type { Hono } from 'hono';
import { requireProof } from '../operations/idempotency.js';
import type { Call, Reply } from '../operations/operation.js';
import { invalidInput, ProblemError } from '../operations/problem-error.js';
import type { CheckedProof } from '../operations/proof-of-work.js';
import type { SiteRecord } from '../operations/site-record.js';
import type { Admission } from './admission.js';
import type { AllServices } from './all-services.js';
import { privateCacheControl } from './caching.js';
import { clientAddress } from './client-address.js';
import { preflightResponse, readableBy, requireAllowedOrigin } from './cross-origin.js';
import type { ServerContext, ServerEnvironment } from './environment.js';
import { handlers } from './handlers.js';
import { parametersOf, routeOf } from './operation-paths.js';
import { problemErrorOf, problemResponse } from './problem-response.js';
import type { RateLimits } from './rate-limits.js';
import { readJson, readPart } from './request-body.js';

/** The settings of the routes besides the services of operations. */
export interface RouteSettings {
  readonly rateLimits: RateLimits;
  readonly admission: Admission;
  /** Number of trusted proxies in front. */
  readonly proxies: number;
  /** URL by which browsers reach the server; undefined on a machine that only its own browsers reach. */
  readonly publicUrl: string | undefined;
  /** Told of every error that nobody foresaw. */
  readonly onUnexpectedError: (error: unknown, context: ServerContext) => void;
}

type Methods = Partial<Record<Operation['method'], OperationId>>;

/** Makes one route of every path in the contract's table, for what {@link addPublicRoutes} does not answer. */
export function addOperationRoutes(
  app: Hono<ServerEnvironment>,
  services: AllServices,
  settings: RouteSettings,
): void {
  const router = new OperationRouter(services, settings);
  for (const [path, methods] of methodsByPath()) {
    app.all(routeOf(path), (context) => router.answer(context, methods));
  }
}

function methodsByPath(): Map<string, Methods> {
  const paths = new Map<string, Methods>();
  for (const [id, { path, method }] of Object.entries(operations)) {
    paths.set(path, { ...paths.get(path), [method]: id });
  }
  return paths;
}

class OperationRouter {
  readonly #services: AllServices;
  readonly #settings: RouteSettings;

  constructor(services: AllServices, settings: RouteSettings) {
    this.#services = services;
    this.#settings = settings;
  }

  async answer(context: ServerContext, methods: Methods): Promise<Response> {
    const method = context.req.method === 'HEAD' ? 'GET' : context.req.method;
    const origin = context.req.header('Origin');
    const id = methods[method as Operation['method']];
    if (!id) return answerOtherMethod(context, methods, origin);

    context.set('route', id);
    const { cache } = operations[id];
    const readable = readableBy(origin, cache);
    try {
      return await this.#perform(context, id, readable);
    } catch (error) {
      const { problem } = problemErrorOf(error);
      if (!(error instanceof ProblemError)) this.#settings.onUnexpectedError(error, context);
      return problemResponse(problem, readable);
    }
  }

  async #perform<Id extends OperationId>(
    context: ServerContext,
    id: Id,
    readable: Record<string, string>,
  ): Promise<Response> {
    const operation: Operation = operations[id];
    const { admission, rateLimits } = this.#settings;
    const site = await this.#siteOf(context, operation);
    const token = operation.authentication === 'none' ? '' : bearerToken(context);
    const staff =
      operation.authentication === 'staff_token'
        ? await this.#requireStaff(context, site, token)
        : '';
    const query = checked(
      operation.query,
      queryOf(operation, new URL(context.req.url).searchParams),
    );
    const idempotencyKey = operation.idempotencyKey ? requireKey(context) : '';
    const sentProof = context.req.header(proofHeader) ?? null;
    let proof: string | CheckedProof | null = sentProof;
    if (operation.proof && operation.idempotencyKey) {
      const attempt = { site: site.id, operation: id, key: idempotencyKey };
      proof = await admission.run('send', () => requireProof(this.#services, attempt, sentProof));
      await rateLimits.countCreate(site.id);
    }
    const body = operation.body && checked(operation.body, await bodyOf(context, operation));
    const call = {
      site,
      parameters: parametersOf(context, operation),
      query,
      body,
      token,
      sender: this.#settings.rateLimits.senderOf(clientAddress(context, this.#settings.proxies)),
      staff,
      idempotencyKey,
      proof,
    } as unknown as Call<Id>;

    // Not before the body has arrived: a slow sender keeps nobody waiting.
    const asker = operation.authentication === 'staff_token' ? 'staff' : 'send';
    const reply: Reply<Id> = await admission.run(asker, () => handlers[id](this.#services, call));
    return new Response(JSON.stringify(reply.body), {
      status: operation.status,
      headers: {
        ...readable,
        'Content-Type': operation.mediaType,
        'Cache-Control': privateCacheControl,
        ...(reply.replayed && { [idempotencyReplayedHeader]: 'true' }),
      },
    });
  }

  /** Counts the request, finds its site and makes sure that its origin may send there. */
  async #siteOf(
    context: ServerContext,
    { authentication, bodyType }: Operation,
  ): Promise<SiteRecord> {
    const { rateLimits, proxies, publicUrl } = this.#settings;
    const id = context.req.param('site') ?? '';
    if (!validate(siteIdSchema, id).ok) throw new ProblemError('unknown_site');
    if (authentication !== 'staff_token') {
      // Parts of a file are many, and nobody sends one without a token.
      const limit = bodyType ? 'reads' : 'writes';
      await rateLimits.countAddress(limit, clientAddress(context, proxies), id);
    }

    const site = await this.#services.sites.find(id);
    if (!site) throw new ProblemError('unknown_site');
    const isOwnPage = this.#services.trustsOwnPages && isOwnOrigin(context, publicUrl);
    if (!isOwnPage) requireAllowedOrigin(site, context.req.header('Origin'));
    return site;
  }

  /** A wrong token counts as a write of its address: guessing is limited, and staff are not by what strangers do. */
  async #requireStaff(context: ServerContext, site: SiteRecord, token: string): Promise<string> {
    const { rateLimits, proxies } = this.#settings;
    const label = await this.#services.sites.staffLabel(site.id, token);
    if (label === undefined) {
      await rateLimits.countAddress('writes', clientAddress(context, proxies), site.id);
      throw new ProblemError('unauthorized');
    }
    await rateLimits.countStaff(site.id, label);
    return label;
  }
}

function bodyOf(context: ServerContext, { bodyType }: Operation): Promise<unknown> {
  return bodyType ? readPart(context.req.raw) : readJson(context.req.raw);
}

function answerOtherMethod(
  context: ServerContext,
  methods: Methods,
  origin: string | undefined,
): Response {
  const allowed = [...Object.keys(methods), ...(methods.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  context.set('route', 'none');
  if (context.req.method !== 'OPTIONS') {
    const { problem } = new ProblemError('method_not_allowed');
    return problemResponse(problem, { ...readableBy(origin), Allow: allowed });
  }
  context.set('route', 'preflight');
  const asked = context.req.header('Access-Control-Request-Headers');
  return origin !== undefined && context.req.header('Access-Control-Request-Method')
    ? preflightResponse(origin, asked, allowed)
    : new Response(null, { status: 204, headers: { Allow: allowed } });
}

function checked(schema: Operation['query'] | NonNullable<Operation['body']>, value: unknown) {
  const result = validate(schema, value);
  if (!result.ok) throw invalidInput(...result.issues);
  return result.value;
}

function bearerToken(context: ServerContext): string {
  const token = /^Bearer +(.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  // Different from an unknown code: the owner of a proxy that drops the header has to correct it.
  const missing = { path: 'Authorization', code: 'required' } as const;
  if (!token) throw new ProblemError('unauthorized', { errors: [missing] });
  return token.trim();
}

function requireKey(context: ServerContext): string {
  const key = validate(idempotencyKeySchema, context.req.header(idempotencyKeyHeader));
  if (!key.ok) throw new ProblemError('idempotency_key_missing');
  return key.value;
}

/**
 * Whether a page of this server asks. The name in `Host` is the asker's to choose, and a stranger's name can lead here
 * (https://en.wikipedia.org/wiki/DNS_rebinding): without a public URL only names of this machine count.
 */
function isOwnOrigin(context: ServerContext, publicUrl: string | undefined): boolean {
  const origin = context.req.header('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
  const { host, hostname } = new URL(origin);
  return isLoopback(hostname) && host === context.req.header('Host');
}
