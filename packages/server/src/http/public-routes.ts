import {
  queryOf,
  validate,
  type Operation,
  type OperationId,
  type Problem,
} from '@nafida/contract';
import { allOperations as operations } from '@nafida/contract/staff.js';
import type { Hono } from 'hono';
import { invalidInput, ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import { answerHeaders, protocolHeaders } from './answer-headers.js';
import { costOf, publicCacheControl } from './caching.js';
import { readableBy } from './cross-origin.js';
import type { ServerContext, ServerEnvironment } from './environment.js';
import { parametersOf, routeOf } from './operation-paths.js';
import { problemHeaders } from './problem-response.js';
import type {
  PublicContent,
  PublicReader,
  PublicSender,
  PublicText,
  Refused,
} from './public-sender.js';
import { readPublic } from './read-public.js';

/** As many addresses as are read once. */
const mostKnown = 2_000;

/** What a request asks for, read from its address. */
interface Asked {
  readonly parameters: Record<string, string>;
  /** The checked query, or what is wrong with it: whether there is such a site comes first. */
  readonly query: unknown;
  readonly name: string;
}

/** Makes a route of every operation whose answers anyone may keep. They stand before everything else in the app. */
export function addPublicRoutes(app: Hono<ServerEnvironment>, sender: PublicSender): void {
  for (const [id, { path, cache }] of Object.entries(operations)) {
    if (cache !== 'public') continue;
    const answer = new OperationAnswer(id as OperationId);
    app.get(routeOf(path), (context) => sender.answer(context, answer));
  }
}

/** The answer of one operation. */
class OperationAnswer implements PublicContent<Asked> {
  readonly route: OperationId;
  readonly cost: number;
  readonly headers = { ...answerHeaders, ...protocolHeaders, ...readableBy(undefined, 'public') };
  readonly #operation: Operation;
  readonly #known = new Map<string, Asked>();

  constructor(id: OperationId) {
    this.route = id;
    this.cost = costOf(id);
    this.#operation = operations[id];
  }

  /** Addresses that are asked for often are read once. */
  asked(context: ServerContext): Asked {
    const { url = '' } = context.env.incoming;
    const known = this.#known.get(url);
    if (known) return known;
    const at = url.indexOf('?');
    const search = new URLSearchParams(at < 0 ? '' : url.slice(at));
    const parameters = parametersOf(context, this.#operation);
    const result = validate(this.#operation.query, queryOf(this.#operation, search));
    const query = result.ok ? result.value : invalidInput(...result.issues);
    const name = `${this.route} ${JSON.stringify([parameters, query])}`;
    const asked = { parameters, query, name };
    if (!result.ok) return asked;
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(url, asked);
    return asked;
  }

  async make(services: PublicReader, site: SiteRecord, asked: Asked): Promise<PublicText> {
    if (asked.query instanceof ProblemError) throw asked.query;
    const { body, until = null } = await readPublic(services, this.route, { site, ...asked });
    const { mediaType } = this.#operation;
    const isText = mediaType !== 'application/json';
    return {
      text: isText ? (body as string) : JSON.stringify(body),
      headers: {
        'Content-Type': isText ? `${mediaType}; charset=utf-8` : 'application/json',
        'Cache-Control': publicCacheControl(this.route),
      },
      until,
    };
  }

  refused(problem: Problem): Refused {
    return { headers: problemHeaders(problem), body: JSON.stringify(problem) };
  }
}
