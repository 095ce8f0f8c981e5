import type { QueryOf } from '@nafida/contract';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import { isIdentifier } from '../operations/operation.js';
import { codesWithin } from '../operations/places.js';
import { searchQuery } from '../operations/word-search.js';
import { sessionColumns, type SessionRow } from './session-records.js';

/** The filters of sessions. */
export type SessionChoice = Omit<QueryOf<'getSessionFeed'>, 'lang'>;

/** How many, and after which one of the order. */
export interface Portion {
  readonly limit: number;
  readonly after?: readonly [startsAt: string, id: string] | undefined;
}

// As in the condition of the index `session_long`.
const longDays = 31;
const dayMs = 86_400_000;

/**
 * The sessions of a site that a query chooses, in the order of the agenda. A window of days is read from the index of
 * beginnings: all that begins in it or up to a month before, and then, apart, the few longer ones that began earlier.
 */
export async function chosenSessions(
  reader: DatabaseReader,
  site: string,
  choice: SessionChoice,
  { limit, after }: Portion,
): Promise<SessionRow[]> {
  if (isChoiceOfNothing(choice)) return [];
  const from = choice.from !== undefined && choice.from < firstDay ? undefined : choice.from;
  if (from === undefined) return inOrder(reader, site, choice, { limit, after }).execute();
  // Two days more than needed, as beginnings are instants and days are those of the session's own zone.
  const near = new Date(Date.parse(from) - (longDays + 2) * dayMs);
  const longBefore =
    after && new Date(after[0]) >= near
      ? []
      : await inOrder(reader, site, choice, { limit, after })
          .where(sql<boolean>`end_date - start_date > ${sql.lit(longDays)}`)
          .where('starts_at', '<', near)
          .where('end_date', '>=', from)
          .execute();
  const rest = limit - longBefore.length;
  if (rest === 0) return longBefore;
  const others = await inOrder(reader, site, choice, { limit: rest, after })
    .where('starts_at', '>=', near)
    .where('end_date', '>=', from)
    .execute();
  return [...longBefore, ...others];
}

// No session is outside this range, and databases have fewer years than the protocol.
const firstDay = '1900-01-01';
const lastDay = '2999-12-31';

/** Ids that cannot be one and days when nothing is never reach the database. */
function isChoiceOfNothing({ from, to, series, parent }: SessionChoice): boolean {
  const isOutside = (from !== undefined && from > lastDay) || (to !== undefined && to < firstDay);
  return isOutside || [series, parent].some((id) => id !== undefined && !isIdentifier(id));
}

/** Everything but the beginning of the window. */
function inOrder(
  reader: DatabaseReader,
  site: string,
  { to, territory, type, audience, series, parent, q }: SessionChoice,
  { limit, after }: Portion,
) {
  let select = reader
    .selectFrom('session')
    .select(sessionColumns)
    .where('site', '=', site)
    .orderBy('starts_at')
    .orderBy('session')
    .limit(limit);
  if (to !== undefined && to <= lastDay) {
    select = select
      .where('starts_at', '<', new Date(Date.parse(to) + 2 * dayMs))
      .where('start_date', '<=', to);
  }
  if (territory !== undefined) select = select.where('place_code', 'in', codesWithin(territory));
  if (type !== undefined) select = select.where('type_of_meeting', '=', type);
  if (series !== undefined) select = select.where('series', '=', series);
  if (parent !== undefined) select = select.where('parent', '=', parent);
  if (audience !== undefined) {
    select = select.where(
      sql<boolean>`audiences <> '{}' and audiences @> array[${audience}]::text[]`,
    );
  }
  const asked = searchQuery(q ?? '');
  if (asked) select = select.where(sql<boolean>`words @@ ${asked}`);
  if (after) {
    select = select.where(
      sql<boolean>`(starts_at, session) > (${after[0]}::timestamptz, ${after[1]})`,
    );
  }
  return select;
}
