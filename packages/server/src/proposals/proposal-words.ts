import { searchWords, topicStems } from '@nafida/contract';
import type { RawBuilder } from 'kysely';
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
