import { foldWords } from './folding.js';
import type { FoldedWord } from './folding.js';
import type { PlaceLevel } from './place.js';
import { isParticle } from './search-index.js';

/** One thing that a name must contain, in any of its forms. */
export interface Unit {
  readonly forms: readonly string[];
  /** Whether the person may still be typing it. */
  readonly unfinished: boolean;
}

/** One way to understand a query: all its units are asked for. */
export interface Reading {
  readonly units: readonly Unit[];
  /** Whether words were left out: "province de". */
  readonly shortened: boolean;
}

export interface Query {
  readonly readings: readonly Reading[];
  /** The level that a word of the query names: «إقليم», "commune". */
  readonly level?: PlaceLevel;
  /** Whether it says nothing but that. */
  readonly levelAlone: boolean;
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
  if (!last) return { readings: [], levelAlone: false };
  let level: PlaceLevel | undefined;
  const core = words.filter((word) => {
    const generic = [word.literal, word.bare].find((form) => GENERIC_WORDS.has(form));
    if (generic !== undefined) level = GENERIC_WORDS.get(generic) ?? level;
    // "sidi el…" may be on its way to "Sidi Elmokhtar".
    return generic === undefined && (word === last || !isParticle(word));
  });
  const shortened = core.length < words.length;
  const endings = endingsOf(text, last);
  const asTyped = joined(words, endings, 'literal');
  const asUsual = core.length > 0 ? joined(core, endings, 'bare') : [];
  const readings = shortened
    ? [reading([asTyped]), reading([asUsual], true)]
    : [reading([[...asTyped, ...asUsual]])];
  if (core.length > 1) {
    const units = core.map((word) =>
      (word === last ? endings : [word]).flatMap(({ literal, bare }) => [literal, bare]),
    );
    readings.push(reading(units, shortened));
  }
  return { readings, ...(level && { level }), levelAlone: core.length === 0 };
}

function reading(units: readonly string[][], shortened = false): Reading {
  return {
    units: units.map((forms, at) => ({
      forms: [...new Set(forms)],
      unfinished: at === units.length - 1,
    })),
    shortened,
  };
}

function joined(
  words: readonly FoldedWord[],
  endings: readonly FoldedWord[],
  form: 'literal' | 'bare',
): string[] {
  const last = endings[0];
  const finished = words.filter((word) => word !== last).map((word) => word[form]);
  return (words.at(-1) === last ? endings : [{ literal: '', bare: '' }]).map(
    (ending) => finished.join('') + ending[form],
  );
}

/** The last word, then what it may turn out to be: a typed c may become ch, kc or ce. */
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
