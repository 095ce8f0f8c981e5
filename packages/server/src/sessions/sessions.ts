import type { Session } from '@nafida/contract';
import { calendarOf, feedLimit, feedStart } from '@nafida/contract/calendar.js';
import type { DatabaseReader } from '../database/database.js';
import { Cursors, defaultLimit } from '../operations/cursor.js';
import { isIdentifier, nextOf, type Handler } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import { chosenSessions } from './session-choice.js';
import { nextTurn, sessionColumns, sessionsOf } from './session-records.js';

const dayMs = 86_400_000;

/** The sessions of a site by start time, page by page. */
export const listSessions: Handler<'listSessions'> = async (
  { database, keyring },
  { site, query },
) => {
  const { cursor, limit = defaultLimit, ...choice } = query;
  const cursors = new Cursors<[startsAt: string, id: string]>(keyring, site.id, 'sessions', query);
  const after = cursors.read(cursor);
  const rows = await chosenSessions(database.reader, site.id, choice, { limit: limit + 1, after });
  const page = cursors.page(rows, limit, (row) => [row.starts_at.toISOString(), row.session]);
  const now = new Date();
  const items = await sessionsOf(database.reader, page.rows, now);
  return { body: { items, nextCursor: page.nextCursor }, until: nextTurn(page.rows, now) };
};

/** The sessions of a site as a calendar to subscribe to. */
export const getSessionFeed: Handler<'getSessionFeed'> = async ({ database }, { site, query }) => {
  const { lang = languageOf(site), ...choice } = query;
  const now = new Date();
  const from = choice.from ?? feedStart(choice.to, now);
  const rows = await chosenSessions(
    database.reader,
    site.id,
    { ...choice, from },
    { limit: feedLimit },
  );
  const sessions = await sessionsOf(database.reader, rows, now);
  return {
    body: calendarOf(sessions, { site, language: lang, feed: true }),
    // A feed without a beginning of its own begins a day later every day.
    until: nextOf(now, [nextTurn(rows, now), choice.from === undefined ? nextDay(now) : null]),
  };
};

/** One session. Fails with `not_found`. */
export const getSession: Handler<'getSession'> = async ({ database }, { site, parameters }) => {
  const { session, until } = await sessionAt(database.reader, site, parameters.session);
  return { body: session, until };
};

/** One session as a calendar file. */
export const getSessionCalendar: Handler<'getSessionCalendar'> = async (
  { database },
  { site, parameters, query },
) => {
  const { session, until } = await sessionAt(database.reader, site, parameters.session);
  const language = query.lang ?? languageOf(site);
  return { body: calendarOf([session], { site, language, feed: false }), until };
};

/** One session as the public sees it, and until when. Throws `not_found`. */
export async function sessionAt(
  reader: DatabaseReader,
  site: SiteRecord,
  id: string,
): Promise<{ session: Session; until: Date | null }> {
  const rows = isIdentifier(id)
    ? await reader
        .selectFrom('session')
        .select(sessionColumns)
        .where('site', '=', site.id)
        .where('session', '=', id)
        .execute()
    : [];
  const now = new Date();
  const [session] = await sessionsOf(reader, rows, now);
  if (!session) throw new ProblemError('not_found');
  return { session, until: nextTurn(rows, now) };
}

/** The beginning of the next day of UTC, by which the feed counts. */
function nextDay(now: Date): Date {
  return new Date((Math.floor(now.getTime() / dayMs) + 1) * dayMs);
}

function languageOf({ locales }: SiteRecord) {
  return locales[0] ?? 'ar';
}
