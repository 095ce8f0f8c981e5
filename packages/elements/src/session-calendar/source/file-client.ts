import type { List } from '@nafida/client';
import { InputError, NetworkError, ProblemError } from '@nafida/client/core.js';
import { nativeFetch } from '@nafida/client/natives.js';
import type { Page, Session } from '@nafida/contract';
import { calendarOf } from '@nafida/contract/calendar.js';
import { hasWords, searchWords, sessionTexts } from '@nafida/contract/search-words.js';
import { homeZone } from '@nafida/contract/civil-time.js';
import { reportOnce } from '../../foundation/page/warn-once.js';
import type { AgendaClient } from '../agenda/agenda-client.js';
import { todayIn } from '../day/civil-day.js';
import type { FiledRecords } from './filed-records.js';
import { calendarRecords, listedRecords } from './filed-records.js';
import { FiledSessions } from './filed-sessions.js';
import { inSlices } from './in-slices.js';

const neverSent = { maybeSent: false, idempotencyKey: undefined };

const notFound = {
  ...{ type: 'about:blank', title: 'The file holds no such session', status: 404 },
  code: 'not_found',
};

const unavailable = {
  ...{ type: 'about:blank', title: 'The site cannot give the file now', status: 503 },
  code: 'unavailable',
};

/** What a file holds. */
interface FiledAgenda {
  readonly sessions: FiledSessions;
  /** That it is a calendar, which others can subscribe to as well. */
  readonly isCalendar: boolean;
}

type Query = NonNullable<Parameters<AgendaClient['sessions']['list']>[0]>;

/**
 * The agenda of a commune that has no server: a file of sessions (`.json`) or of a calendar (`.ics`) on its own site,
 * read as if it were one. What of it cannot be shown is said in the console.
 */
export function fileClient(src: string, tag: string): AgendaClient {
  const remark = (text: string) => reportOnce(`<${tag}>: ${src}: ${text}`);
  const url = new URL(src, document.baseURI).href;
  let reading: Promise<FiledAgenda> | undefined;
  let known: FiledAgenda | undefined;

  const sessions = async (fresh: boolean): Promise<FiledSessions> => {
    if (fresh) reading = undefined;
    reading ??= readFile(url, fresh, remark).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    known = await reading;
    return known.sessions;
  };
  return {
    get hasFeed() {
      return known?.isCalendar ?? false;
    },
    sessions: {
      list: (query = {}, options) =>
        listOf(async () => choose(await sessions(options?.fresh ?? false), query), query.limit),
      async get(id, options) {
        const filed = await sessions(options?.fresh ?? false);
        const found = await filed.named(id);
        if (!found) throw new ProblemError(notFound, neverSent);
        return found;
      },
      feedUrl: (_query, options) => (options?.webcal ? url.replace(/^https?:/, 'webcal:') : url),
      calendarUrl(id, { lang = 'ar' } = {}) {
        const session = known?.sessions.known(id);
        const { hostname } = new URL(url);
        const site = { id: hostname, name: { [lang]: hostname } };
        const text = calendarOf(session ? [session] : [], { site, language: lang, feed: false });
        return `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`;
      },
    },
  };
}

async function readFile(
  url: string,
  fresh: boolean,
  remark: (text: string) => void,
): Promise<FiledAgenda> {
  const unreadable = (why: string) => {
    remark(why);
    return new InputError([{ path: 'src', code: 'invalid_format' }]);
  };
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await nativeFetch(url, {
      credentials: 'omit',
      cache: fresh ? 'no-cache' : 'default',
    });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    const why = await whyUnreachable(url);
    throw why ? unreadable(why) : new NetworkError(neverSent, cause);
  }
  if (response.status >= 500) throw new ProblemError(unavailable, neverSent);
  if (!response.ok) throw unreadable(`the site answers ${response.status}.`);

  const isCalendar = !/^\s*[[{]/.test(textOf(bytes.subarray(0, 1_024)));
  let records: FiledRecords | undefined;
  try {
    records = isCalendar
      ? await recordsOfCalendar(bytes, charsetOf(response), remark)
      : recordsOfList(JSON.parse(textOf(bytes)));
  } catch (cause) {
    throw unreadable(`it is neither JSON nor a calendar (${String(cause)}).`);
  }
  if (!records) throw unreadable('it holds no list of sessions.');

  const sessions = new FiledSessions(records, remark);
  if (await sessions.isReadable()) return { sessions, isCalendar };
  await sessions.all();
  throw unreadable('no session of it can be shown.');
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function recordsOfList(json: unknown): FiledRecords | undefined {
  const list = Array.isArray(json) ? json : (json as { sessions?: unknown } | null)?.sessions;
  return Array.isArray(list) ? listedRecords(list) : undefined;
}

/** What keeps this page from reading a file until somebody mends it, with its cure; undefined where the line is down. */
async function whyUnreachable(url: string): Promise<string | undefined> {
  const { origin, protocol } = new URL(url);
  if (protocol === 'file:' || location.protocol === 'file:')
    return 'a page that is opened from the disk cannot read files. Serve its folder, for example with "npx http-server", and open it there.';
  if (!navigator.onLine) return undefined;
  const { findNetworkErrorReason } = await import('@nafida/client/network-error-reason.js');
  switch (await findNetworkErrorReason(url, [])) {
    case 'policy':
      return `the Content-Security-Policy of this page forbids to read it. Add ${origin} to its connect-src.`;
    case 'mixed_content':
      return 'this page is served over https and the file over http: browsers forbid that. Write https in "src".';
    case 'unreadable':
      return `${origin} does not let pages of ${location.origin} read it. Add the header Access-Control-Allow-Origin there, or put the file beside the page.`;
    default:
      return undefined;
  }
}

/** What the file's own header says of its letters. */
function charsetOf({ headers }: Response): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers.get('content-type') ?? '')?.[1];
}

async function recordsOfCalendar(
  bytes: Uint8Array,
  charset: string | undefined,
  remark: (text: string) => void,
): Promise<FiledRecords> {
  const { openCalendar } = await import('@nafida/contract/calendar-file.js');
  const today = todayIn(homeZone, Date.now());
  const options = { language: 'fr', today, charset, rest: inSlices() } as const;
  return calendarRecords(await openCalendar(bytes, options), remark);
}

/** What a server would answer to `query`. */
async function choose(sessions: FiledSessions, query: Query): Promise<readonly Session[]> {
  const { from, to, territory, type, audience, series, parent, q } = query;
  const asked = q ? searchWords(q) : [];
  const rest = inSlices();
  const chosen: Session[] = [];
  for (const session of await sessions.touching(from, to)) {
    const fits =
      (!territory || `${session.territory.code}.`.startsWith(`${territory}.`)) &&
      (!type || session.typeOfMeeting === type) &&
      (!audience || session.audiences.includes(audience)) &&
      (!series || session.series?.id === series) &&
      (!parent || session.parent === parent) &&
      (asked.length === 0 || hasWords(searchWords(sessionTexts(session)), asked));
    if (fits) chosen.push(session);
    const pause = rest();
    if (pause) await pause;
  }
  return chosen;
}

function listOf(choice: () => Promise<readonly Session[]>, limit = 25): List<Session> {
  const page = async (cursor?: string): Promise<Page<Session>> => {
    const first = Number(cursor ?? 0);
    const all = await choice();
    const next = first + limit;
    return {
      items: all.slice(first, next),
      nextCursor: next < all.length ? String(next) : null,
    };
  };
  async function* pages() {
    let cursor: string | undefined;
    do {
      const current = await page(cursor);
      yield current;
      cursor = current.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  return {
    page,
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items;
    },
  };
}
