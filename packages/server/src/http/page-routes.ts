import { typedReference, type OperationId, type Problem } from '@nafida/contract';
import { civilDateIn, homeZone, instantIn } from '@nafida/contract/civil-time.js';
import { daysAfter } from '@nafida/contract/staff.js';
import type { Hono } from 'hono';
import type { Reply } from '../operations/operation.js';
import type { SiteRecord } from '../operations/site-record.js';
import { pageDocument, pagePolicy, problemDocument } from '../pages/page-frame.js';
import { pageTexts } from '../pages/page-catalogues.js';
import {
  languageOf,
  pageLanguageOf,
  pageUrl,
  settingOf,
  type Page,
  type PageSetting,
} from '../pages/page.js';
import type { PageLanguage } from '../pages/page-texts.js';
import { atomFeed, feedItems, feedTypes, jsonFeed } from '../pages/proposal-feeds.js';
import { proposalPage, proposalsPage } from '../pages/proposal-pages.js';
import { sessionPage, sessionsPage } from '../pages/session-pages.js';
import { sitePage } from '../pages/site-page.js';
import { answerHeaders } from './answer-headers.js';
import { costOf, publicCacheControl } from './caching.js';
import type { ServerContext, ServerEnvironment } from './environment.js';
import { problemHeaders } from './problem-response.js';
import type {
  PublicContent,
  PublicReader,
  PublicSender,
  PublicText,
  Refused,
} from './public-sender.js';
import { readPublic } from './read-public.js';

/** As many of each kind stand on the first page of a site, and in a feed. */
const few = 5;
const feedLength = 25;

const html = 'text/html; charset=utf-8';

/** Letters of a parameter that are read. */
const longest = { q: 100, cursor: 512 };

/** What a page is asked for with. */
interface Asked {
  readonly name: string;
  readonly item: string;
  readonly language: PageLanguage | undefined;
  readonly q: string | undefined;
  readonly cursor: string | undefined;
}

/** What a page is made from. */
interface Making {
  readonly setting: PageSetting;
  readonly asked: Asked;
  /** The civil date in Morocco. */
  readonly today: string;
  /** Reads what an operation answers; the page lives no longer than that. */
  readonly read: <Id extends OperationId>(
    id: Id,
    query?: object,
    parameters?: Readonly<Record<string, string>>,
  ) => Promise<Reply<Id>['body']>;
}

/** One kind of page or feed. */
interface Kind {
  readonly route: string;
  readonly path: string;
  readonly mediaType: string;
  /** The operation whose answers may be kept as long, and cost as much. */
  readonly like: OperationId;
  /** The parameters that it is asked for with. All others, as of campaigns, ask for nothing: no page is made anew for them. */
  readonly takes: readonly (keyof typeof longest)[];
  make(making: Making): Promise<string>;
}

/**
 * Adds the pages of every site, below `/s/{site}`: readable without any script, in Arabic and French, with feeds.
 *
 * @param publicUrl see `RouteSettings`
 */
export function addPages(
  app: Hono<ServerEnvironment>,
  sender: PublicSender,
  publicUrl: string | undefined,
): void {
  const base = publicUrl?.replace(/\/+$/, '') ?? '';
  for (const kind of kinds) {
    const content = new PageContent(kind, base);
    app.get(`/s/:site${kind.path}`, (context) => sender.answer(context, content));
  }
}

const kinds: readonly Kind[] = [
  pageKind('', 'listSessions', [], async ({ setting, today, read }) => {
    const sessions = await read('listSessions', { from: today, limit: few });
    const proposals = await read('listProposals', { limit: few });
    return sitePage(setting, sessions.items, proposals.items);
  }),
  pageKind('/sessions', 'listSessions', ['cursor'], async ({ setting, today, read, asked }) => {
    const { cursor } = asked;
    return sessionsPage(setting, await read('listSessions', { from: today, cursor }), cursor);
  }),
  pageKind('/sessions/:item', 'getSession', [], async ({ setting, read, asked: { item } }) =>
    sessionPage(setting, await read('getSession', {}, { session: item })),
  ),
  pageKind('/proposals', 'listProposals', ['q', 'cursor'], async ({ setting, read, asked }) => {
    const { q, cursor } = asked;
    return proposalsPage(setting, await read('listProposals', { q, cursor }), asked);
  }),
  pageKind('/proposals/:item', 'getProposal', [], async ({ setting, read, asked: { item } }) =>
    proposalPage(setting, await read('getProposal', {}, { proposal: typedReference(item) })),
  ),
  feedKind('/proposals.atom', feedTypes.atom, atomFeed),
  feedKind('/proposals.json', feedTypes.json, jsonFeed),
];

function pageKind(
  path: string,
  like: OperationId,
  takes: Kind['takes'],
  page: (making: Making) => Promise<Page>,
): Kind {
  return {
    route: `page ${path === '' ? '/' : path}`,
    path,
    mediaType: html,
    like,
    takes,
    make: async (making) => pageDocument(making.setting, await page(making)),
  };
}

function feedKind(
  path: string,
  mediaType: string,
  write: (setting: PageSetting, items: ReturnType<typeof feedItems>) => string | Promise<string>,
): Kind {
  return {
    route: `feed ${path}`,
    path,
    mediaType,
    like: 'getSessionFeed',
    takes: [],
    async make({ setting, read }) {
      const newest = await read('listProposals', { limit: feedLength });
      const answered = await read('listProposals', { limit: feedLength, sort: 'answered' });
      const withAnswers = answered.items.filter(({ answer }) => answer !== null);
      return write(setting, feedItems(newest.items, withAnswers));
    },
  };
}

class PageContent implements PublicContent<Asked> {
  readonly route: string;
  readonly cost: number;
  readonly headers = answerHeaders;
  readonly #kind: Kind;
  readonly #base: string;

  constructor(kind: Kind, base: string) {
    this.#kind = kind;
    this.#base = base;
    this.route = kind.route;
    this.cost = costOf(kind.like);
  }

  asked(context: ServerContext): Asked {
    const query = (name: keyof typeof longest) =>
      this.#kind.takes.includes(name)
        ? context.req.query(name)?.trim().slice(0, longest[name]) || undefined
        : undefined;
    const asked = {
      item: context.req.param('item') ?? '',
      language: pageLanguageOf(context.req.query('lang')),
      q: query('q'),
      cursor: query('cursor'),
    };
    return { ...asked, name: `${this.route} ${JSON.stringify(asked)}` };
  }

  async make(services: PublicReader, site: SiteRecord, asked: Asked): Promise<PublicText> {
    // What is ahead is counted from today.
    const today = civilDateIn(homeZone, new Date());
    const ends = [instantIn(homeZone, daysAfter(today, 1))];
    const read: Making['read'] = async (id, query = {}, parameters = {}) => {
      const { body, until } = await readPublic(services, id, { site, parameters, query });
      if (until) ends.push(until);
      return body;
    };
    const setting = settingOf(site, asked.language ?? languageOf(site), this.#base);
    const text = await this.#kind.make({ setting, asked, today, read });
    return {
      text,
      headers: {
        'Content-Type': this.#kind.mediaType,
        'Cache-Control': publicCacheControl(this.#kind.like),
        'Content-Language': setting.language,
        ...(this.#kind.mediaType === html && { 'Content-Security-Policy': pagePolicy }),
        ...(this.#kind.mediaType !== html && { 'Access-Control-Allow-Origin': '*' }),
      },
      until: new Date(Math.min(...ends.map(Number))),
    };
  }

  async refused(problem: Problem, context: ServerContext): Promise<Refused> {
    const site = context.req.param('site') ?? '';
    const language = pageLanguageOf(context.req.query('lang')) ?? 'fr';
    const isUnknownSite = problem.code === 'unknown_site';
    const home = isUnknownSite
      ? null
      : pageUrl({ base: this.#base, language, site: { id: site } }, { path: '' });
    const headers = {
      ...problemHeaders(problem),
      'Content-Type': html,
      'Content-Security-Policy': pagePolicy,
    };
    return { headers, body: await problemDocument(language, wordsFor(problem, language), home) };
  }
}

function wordsFor({ status }: Problem, language: PageLanguage): readonly [string, string] {
  const { notFound, busy, refused } = pageTexts[language];
  if (status === 404) return notFound;
  return status === 429 || status >= 500 ? busy : refused;
}
