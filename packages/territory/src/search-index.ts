import { consonantMarks, foldWords, joinFolded } from './folding.js';
import type { FoldedLetters } from './folding.js';
import type { Place, PlaceLocale } from './place.js';
import { loadedSteps } from './places.js';
import { regionAndProvinceAliases } from './region-and-province-aliases.data.js';

/** One spelling of a place, as numbers of terms. */
export interface IndexedName {
  /** Number of the place. */
  readonly place: number;
  /** Language of the name; an alias has none. */
  readonly lang: PlaceLocale | undefined;
  readonly isTifinagh: boolean;
  /** The whole name as one term, with and without articles. */
  readonly wholes: readonly number[];
  /** How many words it has, articles and the like aside. */
  readonly words: number;
}

// Folded words that names take or leave: el, er-, des, of, and what Tifinagh labels say for "region",
// "province" and "of".
const PARTICLE = /^(?:[ai]?[lrsdtnzʃ]|l(?:a|is?)|d(?:is?|u)|uf|ti|tamnb?adt|tasga)$/;

const BETWEEN_WORDS = /[ -]+/;

/** Any letter of the Tifinagh script. */
export const TIFINAGH = /[ⴰ-⵿]/;

/** All places that can be found, in the order of their codes within each loading step. */
export const places: Place[] = [];
/** Number of each place's parent; -1 for regions. */
export const parents: number[] = [];
/** All names of all places, as they are searched. */
export const names: IndexedName[] = [];
/** Every folded word and sequence of words that occurs in a name. */
export const terms: string[] = [];
/** The consonants of each term, as `consonantMarks` gives them. */
export const termMarks: number[] = [];
/** Numbers of the names that have each term among their words, or from one of their words on. */
export const namesByTerm: number[][] = [];
/** Numbers of the terms that begin with a letter. */
export const termsByInitial = new Map<string, number[]>();

const placeNumbers = new Map<string, number>();
const termNumbers = new Map<string, number>();
const foldedPieces = new Map<string, readonly FoldedLetters[]>();
// Of the name that is being indexed.
const wholes: number[] = [];
const indexing = indexUnendingly();

const SLICE_MS = 8;

/** Whether a word only joins others: an article, "de", "of". */
export function isParticle(word: FoldedLetters): boolean {
  return PARTICLE.test(word.literal);
}

/** Brings the index up to what has been loaded; costs nothing when it is. */
export function updateIndex(): void {
  while (indexing.next().value);
}

/** Brings the index up to it in slices of a few milliseconds, between which frames and keystrokes have their turn. */
export async function prepareIndex(): Promise<void> {
  let isBehind: boolean;
  do {
    await nextTask();
    const end = performance.now() + SLICE_MS;
    do isBehind = indexing.next().value;
    while (isBehind && performance.now() < end);
  } while (isBehind);
}

// Timers set by timers wait 4 ms longer each: half of the time would be lost.
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

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
  const words = lettersIn(text);
  const core = words.filter((word) => !isParticle(word));
  wholes.length = 0;
  addTerms(words, 'literal');
  const isBare =
    core.length === words.length && words.every(({ literal, bare }) => literal === bare);
  const named = core.length > 0 ? core : words;
  if (!isBare) addTerms(named, 'bare');
  // A copy is as long as what it holds; an array that grew has room to spare, in each of 3,600 names.
  names.push({
    place,
    lang,
    isTifinagh: TIFINAGH.test(text),
    wholes: wholes.slice(),
    words: named.length,
  });
}

/** The words of a name, folded. Most are those of other names too, and each is folded once. */
function lettersIn(text: string): FoldedLetters[] {
  const words: FoldedLetters[] = [];
  for (const piece of text.split(BETWEEN_WORDS)) {
    let folded = foldedPieces.get(piece);
    if (!folded) foldedPieces.set(piece, (folded = foldWords(piece)));
    words.push(...folded);
  }
  return words;
}

function addTerms(words: readonly FoldedLetters[], spelling: keyof FoldedLetters): void {
  let tail = '';
  let number = -1;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]![spelling];
    tail = joinFolded([word, tail]);
    number = termNumber(tail);
    addName(number);
    if (tail !== word) addName(termNumber(word));
  }
  if (!wholes.includes(number)) wholes.push(number);
}

/** Notes that the name being indexed has the term in it. */
function addName(term: number): void {
  const having = namesByTerm[term]!;
  if (having.at(-1) !== names.length) having.push(names.length);
}

function termNumber(term: string): number {
  let number = termNumbers.get(term);
  if (number === undefined) {
    number = terms.push(term) - 1;
    termNumbers.set(term, number);
    termMarks.push(consonantMarks(term));
    namesByTerm.push([]);
    const initial = term.charAt(0);
    const sharing = termsByInitial.get(initial);
    if (sharing) sharing.push(number);
    else termsByInitial.set(initial, [number]);
  }
  return number;
}
