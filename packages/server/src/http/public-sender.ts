import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { siteIdSchema, validate, type Problem } from '@nafida/contract';
import type { Database } from '../database/database.js';
import type { Made, VersionedCache } from '../database/versioned-cache.js';
import { ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import type { AllServices } from './all-services.js';
import { clientAddress } from './client-address.js';
import type { ServerContext } from './environment.js';
import type { RouteSettings } from './operation-routes.js';
import { problemErrorOf } from './problem-response.js';
import { PublicAnswer, type Sent } from './public-answer.js';
import { requestIdOf } from './request-id.js';
import type { RequestRecord } from './request-record.js';

/** What public content is made with: it only reads, wherever the data are. */
export type PublicReader = Omit<AllServices, 'database'> & {
  readonly database: Pick<Database, 'reader'>;
};

/** Content as it is made. */
export interface PublicText {
  readonly text: string;
  /** Those that say what it is, and how long it may be kept. */
  readonly headers: Readonly<Record<string, string>>;
  /** When it changes by itself; null where only a write changes it. */
  readonly until: Date | null;
}

/** A problem as it is sent. */
export interface Refused {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Something that anyone may read and keep: the answer of an operation, or a page. */
export interface PublicContent<Asked extends { readonly name: string }> {
  /** What the log calls it. */
  readonly route: string;
  /** As how many reads of one address it counts to make it. */
  readonly cost: number;
  /** On every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** What a request asks for. Its `name` is the same for all requests that ask for the same. */
  asked(context: ServerContext): Asked;
  /** Throws `ProblemError` to refuse. */
  make(services: PublicReader, site: SiteRecord, asked: Asked): Promise<PublicText>;
  /** How a problem is told to whoever asked. */
  refused(problem: Problem, context: ServerContext): Promise<Refused> | Refused;
}

/** What the sender needs beside what all routes do. */
export interface PublicSenderSettings extends RouteSettings {
  readonly answers: VersionedCache<PublicAnswer>;
  /** Told of every request once it is answered. */
  readonly onAnswered: (record: RequestRecord) => void;
}

/** A refusal. Its body is text, which Node sends in one piece with the headers. */
interface SentProblem extends Omit<Sent, 'body'> {
  readonly body: string;
}

/**
 * Sends what anyone may keep, made once for all who ask. It writes to the connection itself: nothing that is asked so often
 * may pass through what it does not need.
 */
export class PublicSender {
  readonly #services: AllServices;
  readonly #settings: PublicSenderSettings;

  constructor(services: AllServices, settings: PublicSenderSettings) {
    this.#services = services;
    this.#settings = settings;
  }

  /** Answers one request. */
  async answer<Asked extends { readonly name: string }>(
    context: ServerContext,
    content: PublicContent<Asked>,
  ): Promise<Response> {
    const startedAt = performance.now();
    const { incoming, outgoing } = context.env;
    const requestId = requestIdOf(incoming.headers['x-request-id']);
    context.set('requestId', requestId);
    const { status, headers, body } = await this.#sent(context, content);
    outgoing.writeHead(status, { ...content.headers, ...headers, 'X-Request-Id': requestId });
    outgoing.end(body);
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    const { method } = incoming;
    this.#settings.onAnswered({ requestId, method, route: content.route, status, ms });
    return RESPONSE_ALREADY_SENT;
  }

  async #sent<Asked extends { readonly name: string }>(
    context: ServerContext,
    content: PublicContent<Asked>,
  ): Promise<Sent | SentProblem> {
    try {
      const { headers } = context.env.incoming;
      const answer = await this.#find(context, content);
      return await answer.to({
        known: headers['if-none-match'],
        encodings: headers['accept-encoding'],
      });
    } catch (error) {
      const { problem } = problemErrorOf(error);
      if (!(error instanceof ProblemError)) this.#settings.onUnexpectedError(error, context);
      const { headers, body } = await content.refused(problem, context);
      const length = { 'Content-Length': String(Buffer.byteLength(body)) };
      return { status: problem.status, headers: { ...headers, ...length }, body };
    }
  }

  async #find<Asked extends { readonly name: string }>(
    context: ServerContext,
    content: PublicContent<Asked>,
  ): Promise<PublicAnswer> {
    const { rateLimits, admission, answers, proxies } = this.#settings;
    const address = clientAddress(context, proxies);
    await rateLimits.countAddress('requests', address);
    const site = context.req.param('site') ?? '';
    if (!validate(siteIdSchema, site).ok) throw new ProblemError('unknown_site');
    await rateLimits.countAddress('reads', address, site);
    const asked = content.asked(context);
    return answers.get(site, asked.name, async (version) => {
      const made = await admission.run('read', () => this.#make(content, site, asked, version));
      // Whoever made the server work pays for it; what is kept costs nothing.
      await rateLimits.charge('reads', content.cost - 1, address, site);
      return made;
    });
  }

  async #make<Asked extends { readonly name: string }>(
    content: PublicContent<Asked>,
    siteId: string,
    asked: Asked,
    version: string,
  ): Promise<Made<PublicAnswer>> {
    const site = await this.#services.sites.find(siteId);
    if (!site) throw new ProblemError('unknown_site');
    const { database } = this.#services;
    const { text, headers, until } = await database.readAt(siteId, version, (read) =>
      content.make({ ...this.#services, database: read }, site, asked),
    );
    const value = new PublicAnswer(text, headers);
    return { value, bytes: value.size, until };
  }
}
