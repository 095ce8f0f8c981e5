import type { RawBuilder, Selectable } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { proposalVector } from '../proposals/proposal-words.js';
import { searchVector } from '../sessions/session-words.js';

/** A table whose rows are found by the words of some of their columns, which SQL alone cannot fold. */
interface Searched<Table extends 'proposal' | 'session'> {
  readonly table: Table;
  /** The column that names a row within its site. */
  readonly id: keyof Tables[Table] & string;
  readonly columns: readonly (keyof Tables[Table] & string)[];
  readonly wordsOf: (row: Selectable<Tables[Table]>) => RawBuilder<string>;
}

const sessions: Searched<'session'> = {
  table: 'session',
  id: 'session',
  columns: ['details'],
  wordsOf: ({ details }) => searchVector(details),
};

const proposals: Searched<'proposal'> = {
  table: 'proposal',
  id: 'reference',
  columns: ['title', 'body'],
  wordsOf: proposalVector,
};

/** The last row that was filled, in the order of site and id. */
interface FilledRow {
  readonly site: string;
  readonly id: string;
}

/** Rows at once: what others ask meanwhile waits for some milliseconds. */
const portion = 20;

/**
 * Fills columns that an older version left empty and SQL alone cannot compute, in small portions between which other
 * work gets its turn. After an interruption, the next opening of the store continues.
 */
export async function fillNewColumns(database: Database, signal: AbortSignal): Promise<void> {
  // Kysely has no type for a table that is one of several: it takes what is read here for proposals.
  for (const searched of [sessions as unknown as typeof proposals, proposals]) {
    let last: FilledRow | undefined = { site: '', id: '' };
    while (last && !signal.aborted) last = await fillWords(database, searched, last);
  }
}

/** Fills the next rows after `last`. Answers the last of them, undefined if there are no more. */
async function fillWords(
  database: Database,
  { table, id, columns, wordsOf }: Searched<'proposal'>,
  last: FilledRow,
): Promise<FilledRow | undefined> {
  const rows = await database.reader
    .selectFrom(table)
    .select(['site', id, ...columns])
    .where('words', 'is', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('site', id), '>', tuple(last.site, last.id)))
    .orderBy('site')
    .orderBy(id)
    .limit(portion)
    .execute();
  await database.transaction(async (transaction) => {
    for (const row of rows) {
      await transaction
        .updateTable(table)
        .set({ words: wordsOf(row) })
        .where('site', '=', row.site)
        .where(id, '=', row[id] as string)
        .execute();
    }
  });
  const end = rows.at(-1);
  return end && { site: end.site, id: end[id] as string };
}
