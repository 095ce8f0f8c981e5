import { searchWords } from '@nafida/contract';
import { sql, type RawBuilder } from 'kysely';

/** Folded words as the database keeps them to be searched by. */
export function vectorOf(words: readonly string[]): RawBuilder<string> {
  return sql<string>`array_to_tsvector(${words}::text[])`;
}

/** A query for texts with all of these words or words that begin so; null if there is no word in it. */
export function searchQuery(text: string): RawBuilder<string> | null {
  // Folded words are letters and digits: nothing in them can end the quotation.
  const beginnings = searchWords(text).map((word) => `'${word}':*`);
  return beginnings.length === 0 ? null : sql<string>`${beginnings.join(' & ')}::tsquery`;
}
