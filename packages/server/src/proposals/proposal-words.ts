import { searchWords, topicStems } from '@nafida/contract';
import type { RawBuilder } from 'kysely';
import type { FilledRow } from '../administration/new-columns.js';
import type { Database } from '../database/database.js';
import { vectorOf } from '../operations/word-search.js';

/** Before a stem of what the title is about; no folded word begins so. */
export const inTitle = '#';

/** The words that a proposal is found by: all of title and text, and what the title is about as stems, marked as such. */
export function proposalVector({
  title,
  body,
}: {
  title: string;
  body: string;
}): RawBuilder<string> {
  return vectorOf([
    ...searchWords(`${title}\n${body}`),
    ...topicStems(title).map((stem) => `${inTitle}${stem}`),
  ]);
}

/**
 * Gives proposals that an older version stored the words they are found by, at most so many after `last`: SQL alone cannot fold them.
 * Answers the last of them, undefined when there are no more.
 */
export async function fillProposalWords(
  database: Database,
  last: FilledRow,
  most: number,
): Promise<FilledRow | undefined> {
  const rows = await database.reader
    .selectFrom('proposal')
    .select(['site', 'reference', 'title', 'body'])
    .where('words', 'is', null)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('site', 'reference'), '>', tuple(last.site, last.id)),
    )
    .orderBy('site')
    .orderBy('reference')
    .limit(most)
    .execute();
  await database.transaction(async (transaction) => {
    for (const { site, reference, ...texts } of rows) {
      await transaction
        .updateTable('proposal')
        .set({ words: proposalVector(texts) })
        .where('site', '=', site)
        .where('reference', '=', reference)
        .execute();
    }
  });
  const end = rows.at(-1);
  return end && { site: end.site, id: end.reference };
}
