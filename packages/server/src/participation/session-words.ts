import { searchWords, sessionTexts } from '@nafida/contract';
import type { RawBuilder } from 'kysely';
import type { Database } from '../database/database.js';
import type { SessionDetails } from '../database/tables.js';
import { vectorOf } from './word-search.js';

/** The words that a session is found by, as the database keeps them. */
export function searchVector(details: SessionDetails): RawBuilder<string> {
  return vectorOf(searchWords(sessionTexts(details)));
}

const portion = 200;

/** Gives the sessions that an older version stored the words they are found by: SQL alone cannot fold them. */
export async function fillSessionWords(database: Database): Promise<void> {
  for (;;) {
    const rows = await database.reader
      .selectFrom('session')
      .select(['site', 'session', 'details'])
      .where('words', 'is', null)
      .limit(portion)
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
    if (rows.length < portion) return;
  }
}
