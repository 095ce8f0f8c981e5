import { searchWords, sessionTexts } from '@nafida/contract';
import type { RawBuilder } from 'kysely';
import type { FilledRow } from '../administration/new-columns.js';
import type { Database } from '../database/database.js';
import type { SessionDetails } from '../database/tables.js';
import { vectorOf } from '../operations/word-search.js';

/** The words that a session is found by, as the database keeps them. */
export function searchVector(details: SessionDetails): RawBuilder<string> {
  return vectorOf(searchWords(sessionTexts(details)));
}

/**
 * Gives sessions that an older version stored the words they are found by, at most so many after `last`: SQL alone cannot fold them.
 * Answers the last of them, undefined when there are no more.
 */
export async function fillSessionWords(
  database: Database,
  last: FilledRow,
  most: number,
): Promise<FilledRow | undefined> {
  const rows = await database.reader
    .selectFrom('session')
    .select(['site', 'session', 'details'])
    .where('words', 'is', null)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('site', 'session'), '>', tuple(last.site, last.id)),
    )
    .orderBy('site')
    .orderBy('session')
    .limit(most)
    .execute();
  await database.transaction(async (transaction) => {
    for (const { site, session, details } of rows) {
      await transaction
        .updateTable('session')
        .set({ words: searchVector(details) })
        .where('site', '=', site)
        .where('session', '=', session)
        .execute();
    }
  });
  const end = rows.at(-1);
  return end && { site: end.site, id: end.session };
}
