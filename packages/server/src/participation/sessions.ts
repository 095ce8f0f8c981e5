import { sql } from 'kysely';
import { Cursors, defaultLimit } from './cursor.js';
import { isIdentifier, type Handler } from './operation.js';
import { codesWithin } from './places.js';
import { ProblemError } from './problem-error.js';
import { sessionOf } from './session-records.js';

export const listSessions: Handler<'listSessions'> = async (
  { database, keyring },
  { site, query },
) => {
  const limit = query.limit ?? defaultLimit;
  const cursors = new Cursors<[startsAt: string, id: string]>(keyring, site.id, 'sessions', query);
  const after = cursors.read(query.cursor);
  let select = database.reader
    .selectFrom('session')
    .selectAll()
    .where('site', '=', site.id)
    .orderBy('starts_at')
    .orderBy('session')
    .limit(limit + 1);
  if (query.from !== undefined) select = select.where('end_date', '>=', query.from);
  if (query.to !== undefined) select = select.where('start_date', '<=', query.to);
  if (query.type) select = select.where('type_of_meeting', '=', query.type);
  if (query.territory !== undefined) {
    select = select.where('place_code', 'in', codesWithin(query.territory));
  }
  if (after) {
    select = select.where(
      sql<boolean>`(starts_at, session) > (${after[0]}::timestamptz, ${after[1]})`,
    );
  }
  const page = cursors.page(await select.execute(), limit, (row) => [
    row.starts_at.toISOString(),
    row.session,
  ]);
  const now = new Date();
  return {
    body: { items: page.rows.map((row) => sessionOf(row, now)), nextCursor: page.nextCursor },
  };
};

export const getSession: Handler<'getSession'> = async ({ database }, { site, parameters }) => {
  const row =
    isIdentifier(parameters.session) &&
    (await database.reader
      .selectFrom('session')
      .selectAll()
      .where('site', '=', site.id)
      .where('session', '=', parameters.session)
      .executeTakeFirst());
  if (!row) throw new ProblemError('not_found');
  return { body: sessionOf(row, new Date()) };
};
