import { foldWords, joinFolded } from './folding.js';
import type { FoldedLetters, FoldedWord } from './folding.js';
import type { PlaceLevel } from './place.js';
import { TIFINAGH, isParticle } from './search-index.js';

/** One thing that a name must contain, in any of its forms. */
export interface Unit {
  readonly forms: readonly string[];
  /** What its forms may still become with the next letter: a typed c may turn out to be ch. */
  readonly becoming: readonly string[];
  /** Whether the person may still be typing it. */
  readonly isUnfinished: boolean;
}

/** One way to understand a query: all its units are asked for. */
export interface Reading {
  readonly units: readonly Unit[];
  /** Whether words were left out: "province de". */
  readonly isShortened: boolean;
}

/** What a person typed, understood. */
export interface Query {
  /** As one piece, without generic words and articles, and word by word; none when nothing was typed. */
  readonly readings: readonly Reading[];
  /** The level that a word of the query names: «إقليم», "commune". */
  readonly level: PlaceLevel | undefined;
  /** Whether it says nothing else but generic words, which may still be a name: "arrondissement de Médina". */
  readonly isLevelAlone: boolean;
  /** Whether names in Tifinagh may answer it. */
  readonly isTifinagh: boolean;
  /** Where it may name a place together with what that lies in, both: «Fnideq, province de M'diq-Fnideq». */
  readonly parts: { readonly inner: string; readonly outer: string } | undefined;
}

type Spelling = keyof FoldedLetters;

/** Words for a level or beside one; those under '' name none by themselves. */
const GENERIC_WORDS = {
  region: 'جهة région ⵜⴰⵎⵏⴰⴹⵜ',
  province: 'إقليم عمالة province préfecture ⵜⴰⵎⵏⴱⴰⴹⵜ ⵜⴰⵙⴳⴰ',
  commune: 'جماعة بلدية مدينة commune municipalité municipality ville city town',
  arrondissement: 'مقاطعة arrondissement district',
  '':
    'ترابية قروية حضرية قيادة دائرة ولاية باشوية rurale rural urbaine urban cercle caidat wilaya pachalik ' +
    'médina المدينة centre center وسط',
};

let foldedGenericWords: Map<string, PlaceLevel | undefined> | undefined;

/** The same words folded, once someone searches: whoever only opens a list waits for none of it. */
export function genericWords(): Map<string, PlaceLevel | undefined> {
  foldedGenericWords ??= new Map(
    Object.entries(GENERIC_WORDS).flatMap(([level, words]) =>
      foldWords(words).map(({ literal }): [string, PlaceLevel | undefined] => [
        literal,
        level ? (level as PlaceLevel) : undefined,
      ]),
    ),
  );
  return foldedGenericWords;
}

/** Understands what a person typed, of which the last word may be unfinished. */
export function readQuery(text: string): Query {
  const words = foldWords(text);
  const last = words.at(-1);
  // "sidi el…" may be on its way to "Sidi Elmokhtar", so a last particle is kept.
  const named = words.filter((word) => word === last || !isParticle(word));
  const core = named.filter((word) => genericForm(word) === undefined);
  // "arrondissement de Médina": beside a level, even a generic word may be a name.
  const besideLevel = named.filter((word) => levelOf(word) === undefined);
  const meant = core.length > 0 ? core : besideLevel;
  const endings = last ? endingsOf(text.slice(last.start, last.end), last) : [];

  const unit = (parts: readonly FoldedWord[], spellings: readonly Spelling[]): Unit => {
    const isUnfinished = parts.at(-1) === last;
    const finished = isUnfinished ? parts.slice(0, -1) : parts;
    const runTogether = (ending: readonly FoldedLetters[]) =>
      spellings.map((spelling) =>
        joinFolded([...finished, ...ending].map((word) => word[spelling])),
      );
    return {
      forms: [...new Set(runTogether(isUnfinished && last ? [last] : []))],
      becoming: isUnfinished ? endings.flatMap((ending) => runTogether([ending])) : [],
      isUnfinished,
    };
  };
  const wordByWord = (parts: readonly FoldedWord[]) =>
    parts.map((word) => unit([word], ['literal', 'bare']));

  const readings: Reading[] = [];
  const add = (units: Unit[], isShortened = false) => readings.push({ units, isShortened });
  if (words.length > 0 && core.length === words.length) {
    add([unit(words, ['literal', 'bare'])]);
  } else if (words.length > 0) {
    add([unit(words, ['literal'])]);
    if (meant.length > 0 && meant.length < words.length) add([unit(meant, ['bare'])], true);
  }
  if (named.length > 1) add(wordByWord(named));
  if (core.length > 1 && core.length < named.length) add(wordByWord(core), true);
  if (core.length > 0 && core.length < besideLevel.length && besideLevel.length < named.length) {
    add(wordByWord(besideLevel), true);
  }

  const levels = words.map(levelOf);
  return {
    readings,
    level: levels.find((level) => level !== undefined),
    isLevelAlone: core.length === 0,
    isTifinagh: TIFINAGH.test(text),
    parts: partsOf(text, words),
  };
}

/** What stands before the first mark or word after which a larger place is named, and what stands after it. */
function partsOf(text: string, words: readonly FoldedWord[]): Query['parts'] {
  const [first, ...others] = words;
  const mark = text.search(/[,،;؛(]/);
  const outer = others.find((word) => {
    const level = levelOf(word);
    return (mark >= 0 && word.start > mark) || level === 'province' || level === 'region';
  });
  const before = words.filter((word) => outer && word.start < outer.start);
  if (!first || !outer || before.every((word) => genericForm(word) !== undefined)) return undefined;
  return { inner: text.slice(0, outer.start), outer: text.slice(outer.start) };
}

/** The form under which the word is listed as generic, if it is. */
function genericForm({ literal, bare }: FoldedLetters): string | undefined {
  return [literal, bare].find((form) => genericWords().has(form));
}

function levelOf(word: FoldedLetters): PlaceLevel | undefined {
  return genericWords().get(genericForm(word) ?? '');
}

/** What a typed word is if h, e or j comes next, cut to the letters that it has now. */
function endingsOf(typed: string, { literal, bare }: FoldedLetters): FoldedLetters[] {
  return [...'hej']
    .flatMap((next) => foldWords(typed + next))
    .map((longer) => ({
      literal: longer.literal.slice(0, literal.length),
      bare: longer.bare.slice(0, bare.length),
    }))
    .filter((ending) => ending.literal !== literal);
}
