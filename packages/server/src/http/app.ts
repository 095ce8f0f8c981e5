import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { VersionedCache } from '../database/versioned-cache.js';
import { errorFields } from '../log.js';
import { ProblemError } from '../operations/problem-error.js';
import type { Admission } from './admission.js';
import type { AllServices } from './all-services.js';
import { answerHeaders, protocolHeaders } from './answer-headers.js';
import { addAttachmentRoute } from './attachment-route.js';
import { clientAddress } from './client-address.js';
import { addConfirmationPage } from './confirmation-page.js';
import { addEchoRoute } from './echo-route.js';
import type { ServerEnvironment } from './environment.js';
import { addHealthRoutes } from './health-routes.js';
import { addOperationRoutes, type RouteSettings } from './operation-routes.js';
import { addPages } from './page-routes.js';
import { problemErrorOf, problemResponse } from './problem-response.js';
import type { PublicAnswer } from './public-answer.js';
import { addPublicFiles } from './public-files.js';
import { publicPathOf } from './public-path.js';
import { addPublicRoutes } from './public-routes.js';
import { PublicSender } from './public-sender.js';
import type { RateLimits } from './rate-limits.js';
import type { Readiness } from './readiness.js';
import { requestIdOf } from './request-id.js';
import type { RequestRecord } from './request-record.js';

/** How the server faces the network. */
export interface AppSettings {
  readonly rateLimits: RateLimits;
  readonly admission: Admission;
  readonly proxies: number;
  /** See `RouteSettings`. */
  readonly publicUrl: string | undefined;
  /** Directories with pages and scripts to serve besides the protocol. */
  readonly publicDirectories: readonly string[];
  readonly readiness: Readiness;
  /** Public answers that are kept. */
  readonly answers: VersionedCache<PublicAnswer>;
  /** Told of every request once it is answered. */
  readonly onAnswered: (record: RequestRecord) => void;
  readonly log: Logger;
}

/** The whole server as one function from request to answer. */
export function createApp(services: AllServices, settings: AppSettings): Hono<ServerEnvironment> {
  const { rateLimits, admission, proxies, publicUrl, publicDirectories, readiness, log } = settings;
  const { answers, onAnswered } = settings;
  const publicPath = publicPathOf(publicUrl);
  const app = new Hono<ServerEnvironment>();

  const onUnexpectedError: RouteSettings['onUnexpectedError'] = (error, context) =>
    log.error({ requestId: context.get('requestId'), ...errorFields(error) }, 'request failed');
  const routes: RouteSettings = { rateLimits, admission, proxies, publicUrl, onUnexpectedError };
  // Before all else: nothing that is asked so often may pass through what it does not need.
  const sender = new PublicSender(services, { ...routes, answers, onAnswered });
  addPublicRoutes(app, sender);
  addPages(app, sender, publicUrl);

  app.use(async (context, next) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(context.req.header('X-Request-Id'));
    context.set('requestId', requestId);
    context.set('route', 'none');
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(answerHeaders)) headers.set(name, value);
    headers.set('X-Request-Id', requestId);
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    const { method } = context.req;
    onAnswered({ requestId, method, route: context.get('route'), status: context.res.status, ms });
  });
  app.use(async (context, next) => {
    await rateLimits.countAddress('requests', clientAddress(context, proxies));
    await next();
  });
  app.use('/v1/*', async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(protocolHeaders)) headers.set(name, value);
  });

  addHealthRoutes(app, services.database, readiness);
  addConfirmationPage(app, services, { rateLimits, proxies });
  addEchoRoute(app, services.database.reader, { rateLimits, proxies });
  addAttachmentRoute(app, services, routes);
  addOperationRoutes(app, services, routes);
  addPublicFiles(app, publicDirectories, publicPath);

  const readable = { 'Access-Control-Allow-Origin': '*' };
  app.notFound(() => problemResponse(new ProblemError('not_found').problem, readable));
  app.onError((error, context) => {
    log.error({ requestId: context.get('requestId'), ...errorFields(error) }, 'request failed');
    return problemResponse(problemErrorOf(error).problem, readable);
  });
  return app;
}
