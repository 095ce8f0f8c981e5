import { searchWords, topicWords } from '@nafida/contract';
import type { RawBuilder } from 'kysely';
import type { Database } from '../database/database.js';
import { vectorOf } from './word-search.js';

/** Before a word that stands in the title and tells its subject; no folded word begins so. */
export const inTitle = '#';

/** The words that a proposal is found by: all of title and text, and the title's subject once more, marked as such. */
export function proposalVector({
  title,
  body,
}: {
  title: string;
  body: string;
}): RawBuilder<string> {
  return vectorOf([
    ...searchWords(`${title}\n${body}`),
    ...topicWords(title).map((word) => `${inTitle}${word}`),
  ]);
}

const portion = 200;

/** Gives the proposals that an older version stored the words they are found by: SQL alone cannot fold them. */
export async function fillProposalWords({ reader }: Database): Promise<void> {
  for (;;) {
    const rows = await reader
      .selectFrom('proposal')
      .select(['site', 'reference', 'title', 'body'])
      .where('words', 'is', null)
      .limit(portion)
      .execute();
    for (const { site, reference, ...texts } of rows) {
      await reader
        .updateTable('proposal')
        .set({ words: proposalVector(texts) })
        .where('site', '=', site)
        .where('reference', '=', reference)
        .execute();
    }
    if (rows.length < portion) return;
  }
}
