import { searchWords, sessionTexts } from '@nafida/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.js';
import type { SessionDetails } from '../database/tables.js';

/** The words that a session is found by, as the database keeps them. */
export function searchVector(details: SessionDetails): RawBuilder<string> {
  return sql<string>`array_to_tsvector(${searchWords(sessionTexts(details))}::text[])`;
}

/** A query for sessions with all of these words or words that begin so; null when there is no word in it. */
export function searchQuery(text: string): RawBuilder<string> | null {
  // Folded words are letters and digits: nothing in them can end the quotation.
  const beginnings = searchWords(text).map((word) => `'${word}':*`);
  return beginnings.length === 0 ? null : sql<string>`${beginnings.join(' & ')}::tsquery`;
}

const portion = 200;

/** Gives the sessions that an older version stored the words they are found by: SQL alone cannot fold them. */
export async function fillSearchWords({ reader }: Database): Promise<void> {
  for (;;) {
    const rows = await reader
      .selectFrom('session')
      .select(['site', 'session', 'details'])
      .where('words', 'is', null)
      .limit(portion)
      .execute();
    for (const { site, session, details } of rows) {
      await reader
        .updateTable('session')
        .set({ words: searchVector(details) })
        .where('site', '=', site)
        .where('session', '=', session)
        .execute();
    }
    if (rows.length < portion) return;
  }
}
