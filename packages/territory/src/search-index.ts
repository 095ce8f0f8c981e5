import { consonantMarks, foldWords, joinFolded } from './folding.js';
import type { FoldedLetters, FoldedWord } from './folding.js';
import type { Place, PlaceLocale } from './place.js';
import { afterLoading, loadedSteps } from './places.js';
import { regionAndProvinceAliases } from './region-and-province-aliases.data.js';

/** One spelling of a place, as numbers of terms. */
export interface IndexedName {
  /** Number of the place. */
  readonly place: number;
  /** Language of the name; an alias has none. */
  readonly lang?: PlaceLocale;
  /** The whole name as one term, with and without articles. */
  readonly wholes: readonly number[];
  /** Its words, and what follows from each word on; the whole name among them. */
  readonly parts: readonly number[];
}

// Folded words that names take or leave: el, er-, des, of, and what Tifinagh labels say for "region",
// "province" and "of".
const PARTICLE = /^(?:[ai]?[lrsdtnzʃ]|l(?:a|is?)|d(?:is?|u)|uf|ti|tamnb?adt|tasga)$/;

export const TIFINAGH = /[ⴰ-⵿]/;

/** All places that can be found, in the order of their codes within each loading step. */
export const places: Place[] = [];
/** Number of each place's parent; -1 for regions. */
export const parents: number[] = [];
export const names: IndexedName[] = [];
/** Names in Tifinagh, apart: folded to Latin letters, they would answer Latin queries unseen. */
export const tifinaghNames: IndexedName[] = [];
/** Every folded word and sequence of words that occurs in a name. */
export const terms: string[] = [];
/** The consonants of each term, as `consonantMarks` gives them. */
export const termMarks: number[] = [];
/** Numbers of the terms that begin with a letter. */
export const termsByInitial = new Map<string, number[]>();

const placeNumbers = new Map<string, number>();
const termNumbers = new Map<string, number>();
const foldedWords = new Map<string, FoldedLetters>();
const indexing = indexUnendingly();

const SLICE_MS = 4;

/** Whether a word only joins others: an article, "de", "of". */
export function isParticle(word: FoldedWord): boolean {
  return PARTICLE.test(word.literal);
}

/** Brings the index up to what has been loaded; costs nothing when it is. */
export function updateIndex(): void {
  while (indexing.next().value);
}

/**
 * Prepares the search of everything loaded so far, in slices of a few milliseconds that leave frames and
 * keystrokes alone. Without it the next search does the same at once. `loadCommunes()` ends with it where the
 * search is in use.
 */
export async function prepareSearch(): Promise<void> {
  let isBehind: boolean;
  do {
    const end = performance.now() + SLICE_MS;
    do isBehind = indexing.next().value;
    while (isBehind && performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  } while (isBehind);
}

afterLoading.push(prepareSearch);

/** Indexes one place or one line of aliases at a time; yields whether any is left. */
function* indexUnendingly(): Generator<boolean, never> {
  for (let step = 0; ; yield step < loadedSteps.length) {
    const loaded = loadedSteps[step];
    if (!loaded) continue;
    step++;
    for (const place of loaded.places) {
      indexPlace(place);
      yield true;
    }
    for (const line of (loaded.aliases ?? regionAndProvinceAliases).split('\n')) {
      indexAliases(line);
      yield true;
    }
  }
}

function indexAliases(line: string): void {
  const [codes = '', ...aliases] = line.split('|');
  for (const code of codes.split(' ')) {
    for (const alias of aliases) indexName(placeNumbers.get(code)!, alias);
  }
}

function indexPlace(place: Place): void {
  const number = places.push(place) - 1;
  placeNumbers.set(place.code, number);
  parents.push(place.parentCode === undefined ? -1 : placeNumbers.get(place.parentCode)!);
  for (const lang of ['ar', 'fr', 'en', 'zgh'] as const) {
    const text = place.names[lang];
    if (text && (lang !== 'en' || text !== place.names.fr)) indexName(number, text, lang);
  }
}

function indexName(place: number, text: string, lang?: PlaceLocale): void {
  const words = foldWords(text, foldedWords);
  const core = words.filter((word) => !isParticle(word));
  const wholes: number[] = [];
  const parts: number[] = [];
  addTerms(words, 'literal', wholes, parts);
  addTerms(core.length > 0 ? core : words, 'bare', wholes, parts);
  const alike = TIFINAGH.test(text) ? tifinaghNames : names;
  alike.push({ place, ...(lang && { lang }), wholes, parts });
}

function addTerms(
  words: readonly FoldedWord[],
  spelling: 'literal' | 'bare',
  wholes: number[],
  parts: number[],
): void {
  let tail = '';
  let number = -1;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]![spelling];
    tail = joinFolded([word, tail]);
    number = termNumber(tail);
    if (!parts.includes(number)) parts.push(number);
    if (tail !== word) {
      const alone = termNumber(word);
      if (!parts.includes(alone)) parts.push(alone);
    }
  }
  if (!wholes.includes(number)) wholes.push(number);
}

function termNumber(term: string): number {
  let number = termNumbers.get(term);
  if (number === undefined) {
    number = terms.push(term) - 1;
    termNumbers.set(term, number);
    termMarks.push(consonantMarks(term));
    const initial = term.charAt(0);
    const sharing = termsByInitial.get(initial);
    if (sharing) sharing.push(number);
    else termsByInitial.set(initial, [number]);
  }
  return number;
}
