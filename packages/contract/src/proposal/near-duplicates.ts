import { searchWords } from '../text/search-words.js';

/** From this share of common words on, two proposals say nearly the same. */
export const nearlyTheSame = 0.6;

/** The words of a proposal that it is compared by, folded as for searches, each once. */
export function wordsOfProposal(title: string, body: string): ReadonlySet<string> {
  return new Set(searchWords(`${title}\n${body}`));
}

/** The share of all words that is in both (Jaccard), 0 to 1. */
export function likeness(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let common = 0;
  for (const word of some) if (others.has(word)) common++;
  const all = some.size + others.size - common;
  return all === 0 ? 0 : common / all;
}
