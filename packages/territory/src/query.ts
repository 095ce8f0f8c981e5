import { foldWords, joinFolded } from './folding.js';
import type { FoldedWord } from './folding.js';
import type { PlaceLevel } from './place.js';
import { TIFINAGH, isParticle } from './search-index.js';

/** One thing that a name must contain, in any of its forms. */
export interface Unit {
  readonly forms: readonly string[];
  /** Whether the person may still be typing it. */
  readonly isUnfinished: boolean;
}

/** One way to understand a query: all its units are asked for. */
export interface Reading {
  readonly units: readonly Unit[];
  /** Whether words were left out: "province de". */
  readonly isShortened: boolean;
}

export interface Query {
  readonly readings: readonly Reading[];
  /** The level that a word of the query names: «إقليم», "commune". */
  readonly level: PlaceLevel | undefined;
  /** Whether it says nothing else. */
  readonly isLevelAlone: boolean;
  /** Whether names in Tifinagh may answer it. */
  readonly isTifinagh: boolean;
}

const GENERIC_WORDS = new Map<string, PlaceLevel | undefined>(
  Object.entries({
    region: 'جهة région ⵜⴰⵎⵏⴰⴹⵜ',
    province: 'إقليم عمالة province préfecture prefecture ⵜⴰⵎⵏⴱⴰⴹⵜ ⵜⴰⵙⴳⴰ',
    commune: 'جماعة بلدية مدينة commune municipalité municipality ville city town',
    arrondissement: 'مقاطعة arrondissement district',
    '': 'ترابية قروية حضرية قيادة دائرة rurale urbaine rural urban cercle caidat',
  }).flatMap(([level, words]) =>
    foldWords(words).map(({ literal }): [string, PlaceLevel | undefined] => [
      literal,
      (level || undefined) as PlaceLevel | undefined,
    ]),
  ),
);

/** Understands what a person typed: as one piece, without generic words and articles, and word by word. */
export function readQuery(text: string): Query {
  const words = foldWords(text);
  const last = words.at(-1);
  // "sidi el…" may be on its way to "Sidi Elmokhtar".
  const named = words.filter((word) => word === last || !isParticle(word));
  const core = named.filter((word) => genericForm(word) === undefined);
  const endings = last ? endingsOf(text, last) : [];
  const formsOf = (word: FoldedWord) => (word === last ? endings : [word]);
  const unit = (forms: string[], word: FoldedWord | undefined): Unit => ({
    forms: [...new Set(forms)],
    isUnfinished: word === last,
  });
  const inOne = (parts: readonly FoldedWord[], spelling: 'literal' | 'bare') => {
    const finished = parts.slice(0, -1).map((word) => word[spelling]);
    const finals = parts.slice(-1).flatMap(formsOf);
    return finals.map((final) => joinFolded([...finished, final[spelling]]));
  };
  const readings: Reading[] = [];
  const add = (units: Unit[], isShortened = false) => readings.push({ units, isShortened });
  const wordByWord = (parts: readonly FoldedWord[]) =>
    parts.map((word) =>
      unit(
        formsOf(word).flatMap(({ literal, bare }) => [literal, bare]),
        word,
      ),
    );

  if (core.length === words.length) {
    add([unit([...inOne(words, 'literal'), ...inOne(words, 'bare')], last)]);
  } else {
    add([unit(inOne(words, 'literal'), last)]);
    add([unit(inOne(core, 'bare'), core.at(-1))], true);
  }
  if (named.length > 1) add(wordByWord(named));
  if (core.length > 1 && core.length < named.length) add(wordByWord(core), true);

  const level = words.map(genericForm).find((form) => form && GENERIC_WORDS.get(form));
  return {
    readings: readings.filter(({ units }) => units.some(({ forms }) => forms.length > 0)),
    level: level === undefined ? undefined : GENERIC_WORDS.get(level),
    isLevelAlone: core.length === 0,
    isTifinagh: TIFINAGH.test(text),
  };
}

/** The form under which the word is listed as generic, if it is. */
function genericForm({ literal, bare }: FoldedWord): string | undefined {
  return [literal, bare].find((form) => GENERIC_WORDS.has(form));
}

/** The last word, then what it may turn out to be: a typed c may become ch or ce. */
function endingsOf(text: string, last: FoldedWord): FoldedWord[] {
  const typed = text.slice(last.start, last.end);
  const endings = [last];
  for (const next of 'hej') {
    const longer = foldWords(typed + next)[0];
    if (!longer) continue;
    const literal = longer.literal.slice(0, last.literal.length);
    const bare = longer.bare.slice(0, last.bare.length);
    if (literal !== last.literal) endings.push({ ...last, literal, bare });
  }
  return endings;
}
