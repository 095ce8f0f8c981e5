import { searchWords } from '../text/search-words.js';

// Words of any title that say nothing about its subject, folded by `searchWords`.
const saysNothing = new Set(
  searchWords(
    `في من على إلى الى عن مع هذا هذه التي الذي كل بعض بين عند حول بدون أجل لأجل خلال عبر وضع إنشاء احداث إحداث توفير
     جماعة إقليم جهة مدينة مشروع
     commune province région ville projet
     les des une aux dans pour par sur avec sans plus chez entre vers cette ces son ses leur leurs notre nos votre vos
     qui que est sont mettre mise place créer création the and for with from into this that`,
  ),
);

const shortestWord = 3;

// One letter that Arabic writes onto a word (لتلاميذ، بمدرسة), where enough of the word is left.
const attached = /^[وفبكل](?=.{5})/;
const arabicEnding = /(?<=...)(?:يات|ات|ون|ين|يه|ها|هم|ه|ي)$/;
const latinEnding = /(?<=[a-z]{3})(?:es|[esx])$/;
const longestStem = 6;

/**
 * The subject of a title, as at most twelve stems that are roughly the same for all forms of a word. Servers store them
 * to find similar titles.
 */
export function topicStems(title: string): string[] {
  const stems = searchWords(title)
    .filter((word) => word.length >= shortestWord && !saysNothing.has(word))
    .map((word) =>
      word
        .replace(attached, '')
        .replace(arabicEnding, '')
        .replace(latinEnding, '')
        .slice(0, longestStem),
    );
  return [...new Set(stems)].slice(0, 12);
}

/**
 * How near two titles are in what they are about: 0 nothing in common, 1 the same words. Half of it is stems, half groups
 * of three letters, which forgive what was typed wrong.
 */
export function titleNearness(one: string, other: string): number {
  return nearnessTo(topicStems(one))(topicStems(other));
}

/** The same of one title and many others, whose stems are known. */
export function nearnessTo(stems: readonly string[]): (others: readonly string[]) => number {
  const ourStems = new Set(stems);
  const ourThrees = threes(stems);
  return (others) => (shared(ourStems, new Set(others)) + shared(ourThrees, threes(others))) / 2;
}

/** Titles less near than this are about something else. */
export const nearEnough = 0.3;

/** Twice what both have in common, of what they have together. */
function shared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  if (ours.size + theirs.size === 0) return 0;
  let common = 0;
  for (const each of theirs) if (ours.has(each)) common += 1;
  return (2 * common) / (ours.size + theirs.size);
}

function threes(words: readonly string[]): Set<string> {
  const groups = new Set<string>();
  for (const word of words) {
    const bounded = ` ${word} `;
    for (let at = 0; at < word.length; at++) groups.add(bounded.slice(at, at + 3));
  }
  return groups;
}
