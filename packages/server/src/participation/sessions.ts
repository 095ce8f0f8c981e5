import { calendarOf, feedLimit, feedStart } from '@nafida/contract/calendar.js';
import type { DatabaseReader } from '../database/database.js';
import { Cursors, defaultLimit } from './cursor.js';
import { isIdentifier, type Handler } from './operation.js';
import { ProblemError } from './problem-error.js';
import { chosenSessions } from './session-choice.js';
import { sessionColumns, sessionsOf } from './session-records.js';
import type { SiteRecord } from './sites.js';

export const listSessions: Handler<'listSessions'> = async (
  { database, keyring },
  { site, query },
) => {
  const { cursor, limit = defaultLimit, ...choice } = query;
  const cursors = new Cursors<[startsAt: string, id: string]>(keyring, site.id, 'sessions', query);
  const after = cursors.read(cursor);
  const rows = await chosenSessions(database.reader, site.id, choice, { limit: limit + 1, after });
  const page = cursors.page(rows, limit, (row) => [row.starts_at.toISOString(), row.session]);
  const items = await sessionsOf(database.reader, page.rows, new Date());
  return { body: { items, nextCursor: page.nextCursor } };
};

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
  return { body: calendarOf(sessions, { site, language: lang, feed: true }) };
};

export const getSession: Handler<'getSession'> = async ({ database }, { site, parameters }) => ({
  body: await sessionAt(database.reader, site, parameters.session),
});

export const getSessionCalendar: Handler<'getSessionCalendar'> = async (
  { database },
  { site, parameters, query },
) => {
  const session = await sessionAt(database.reader, site, parameters.session);
  const language = query.lang ?? languageOf(site);
  return { body: calendarOf([session], { site, language, feed: false }) };
};

/** One session as the public sees it. Throws `not_found`. */
export async function sessionAt(reader: DatabaseReader, site: SiteRecord, id: string) {
  const rows = isIdentifier(id)
    ? await reader
        .selectFrom('session')
        .select(sessionColumns)
        .where('site', '=', site.id)
        .where('session', '=', id)
        .execute()
    : [];
  const [session] = await sessionsOf(reader, rows, new Date());
  if (!session) throw new ProblemError('not_found');
  return session;
}

function languageOf({ locales }: SiteRecord) {
  return locales[0] ?? 'ar';
}
