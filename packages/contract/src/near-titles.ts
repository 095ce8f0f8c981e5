import { searchWords } from './search-words.js';

// Folded as `searchWords` folds: words that stand in any title and say nothing about its subject.
const saysNothing = new Set(
  searchWords(
    `في من على إلى الى عن مع هذا هذه التي الذي كل بعض بين عند حول بدون أجل لأجل خلال عبر وضع إنشاء احداث إحداث توفير
     les des une aux dans pour par sur avec sans plus chez entre vers cette ces son ses leur leurs notre nos votre vos
     qui que est sont mettre mise place créer création the and for with from into this that`,
  ),
);

const shortestWord = 3;

/** The words of a title by which others of the same subject are found, folded, at most twelve. */
export function topicWords(title: string): string[] {
  return searchWords(title)
    .filter((word) => word.length >= shortestWord && !saysNothing.has(word))
    .slice(0, 12);
}

/** What the forms of a word have in common, roughly: its beginning without what plurals and endings change. */
export function stemOf(word: string): string {
  return word.slice(0, Math.max(shortestWord, Math.min(word.length - 1, 6)));
}

/**
 * How near two titles are in what they are about: 0 nothing in common, 1 the same words. Half of it is words (by their
 * stems), half groups of three letters, which forgive what was typed wrong.
 */
export function titleNearness(one: string, other: string): number {
  const [ours, theirs] = [topicWords(one), topicWords(other)];
  const words = shared(ours.map(stemOf), theirs.map(stemOf));
  return (words + shared(threes(ours), threes(theirs))) / 2;
}

/** Titles less near than this are about something else. */
export const nearEnough = 0.3;

/** Twice what both have in common, of what they have together. */
function shared(one: readonly string[], other: readonly string[]): number {
  const [ours, theirs] = [new Set(one), new Set(other)];
  if (ours.size + theirs.size === 0) return 0;
  const common = [...ours].filter((each) => theirs.has(each)).length;
  return (2 * common) / (ours.size + theirs.size);
}

function threes(words: readonly string[]): string[] {
  return words.flatMap((word) =>
    Array.from({ length: word.length }, (_none, at) => ` ${word} `.slice(at, at + 3)),
  );
}
