import { foldWords, lengthOfFolded } from './folding.js';
import type { FoldedWord } from './folding.js';
import type { Reading, Unit } from './query.js';
import { isParticle } from './search-index.js';
import { typingErrors } from './typing-errors.js';

type Range = readonly [start: number, end: number];

/**
 * Which stretches of a name a query matched, as UTF-16 offsets in order. A mistyped word lights up whole, if the
 * name is what was found.
 */
export function highlight(name: string, readings: readonly Reading[], isFound: boolean): Range[] {
  const words = foldWords(name);
  for (const { units } of readings) {
    const stretches = units.map((unit) => stretchOf(name, words, unit));
    if (stretches.every((stretch) => stretch !== undefined)) {
      return inOrder(name, stretches.flat(1));
    }
  }
  const units = isFound ? (readings.at(-1)?.units ?? []) : [];
  return inOrder(
    name,
    units.flatMap((unit) => stretchOf(name, words, unit) ?? nearestWord(words, unit)),
  );
}

/** Where the unit stands in the name letter by letter, if it does. */
function stretchOf(name: string, words: readonly FoldedWord[], unit: Unit): Range[] | undefined {
  const core = words.filter((word) => !isParticle(word));
  for (const form of [...unit.forms, ...unit.becoming]) {
    for (let from = 0; from < words.length; from++) {
      const stretch =
        walk(name, words.slice(from), 'literal', form) ??
        walk(name, core.slice(from), 'bare', form);
      if (stretch) return stretch;
    }
  }
  return undefined;
}

function walk(
  name: string,
  words: readonly FoldedWord[],
  spelling: 'literal' | 'bare',
  form: string,
): Range[] | undefined {
  const ranges: Range[] = [];
  let rest = form;
  let before = '';
  for (const word of words) {
    const known = word[spelling];
    // Where two words meet, a double letter was folded into one.
    if (!sharesBeginning(known, rest)) rest = before + rest;
    if (!sharesBeginning(known, rest)) return undefined;
    ranges.push(rangeIn(name, word, spelling, rest.length));
    rest = rest.slice(known.length);
    before = known.slice(-1);
    if (rest === '') return ranges;
  }
  return undefined;
}

function sharesBeginning(known: string, rest: string): boolean {
  return known.startsWith(rest) || rest.startsWith(known);
}

/** The range of the first `letters` folded letters of a word; an article left out stays unlit. */
function rangeIn(
  name: string,
  word: FoldedWord,
  spelling: 'literal' | 'bare',
  letters: number,
): Range {
  const { start, end, literal } = word;
  const known = word[spelling];
  const before = literal.indexOf(known);
  if (before < 0) return [start, end];
  const text = name.slice(start, end);
  const from = before > 0 ? start + lengthOfFolded(text, before) : start;
  return [from, letters < known.length ? start + lengthOfFolded(text, before + letters) : end];
}

/** The word that a mistyped unit comes nearest to; none if half of its letters differ. */
function nearestWord(words: readonly FoldedWord[], unit: Unit): Range[] {
  let nearest: Range[] = [];
  let fewest = Infinity;
  for (const form of unit.forms) {
    const errorsIn = typingErrors(form, unit.isUnfinished);
    for (const { literal, bare, start, end } of words) {
      const errors = Math.min(errorsIn(literal), errorsIn(bare));
      if (errors < fewest && errors <= form.length) {
        fewest = errors;
        nearest = [[start, end]];
      }
    }
  }
  return nearest;
}

function inOrder(name: string, ranges: readonly Range[]): Range[] {
  const ordered: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = ordered.at(-1);
    // Neighbouring words light up as one stretch.
    if (last && !/[\p{L}\p{N}]/u.test(name.slice(last[1], start))) last[1] = Math.max(last[1], end);
    else if (start < end) ordered.push([start, end]);
  }
  return ordered;
}
