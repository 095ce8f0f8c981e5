import type { ProposalSession } from '@nafida/contract';
import type { DatabaseReader } from '../database/database.js';
import { isIdentifier } from '../operations/operation.js';
import { invalidField } from '../operations/problem-error.js';
import type { ProposalRow } from './proposal-records.js';

/** The sessions that proposals of a site come from, as the agenda has them now, by their ids. */
export async function sessionsOf(
  reader: DatabaseReader,
  site: string,
  rows: readonly Pick<ProposalRow, 'session'>[],
): Promise<ReadonlyMap<string | null, ProposalSession>> {
  const ids = [...new Set(rows.flatMap(({ session }) => session ?? []))];
  if (ids.length === 0) return new Map();
  const sessions = await reader
    .selectFrom('session')
    .select(['session', 'start_date', 'details'])
    .where('site', '=', site)
    .where('session', 'in', ids)
    .execute();
  return new Map(
    sessions.map(({ session: id, start_date: startDate, details: { title } }) => [
      id,
      { id, title, startDate },
    ]),
  );
}

/** Throws `invalid_input` if the agenda has no such session. */
export async function requireSession(
  reader: DatabaseReader,
  site: string,
  id: string,
): Promise<void> {
  const found =
    isIdentifier(id) &&
    (await reader
      .selectFrom('session')
      .select('session')
      .where('site', '=', site)
      .where('session', '=', id)
      .executeTakeFirst());
  if (!found) throw invalidField('session', 'invalid_choice');
}
