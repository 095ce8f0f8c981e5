import { consonantMarks, consonantsOf } from './folding.js';
import { PLACE_LEVELS } from './place.js';
import type { Reading, Unit } from './query.js';
import { parents, places, termMarks, terms, termsByInitial } from './search-index.js';
import type { IndexedName } from './search-index.js';
import { typingErrors } from './typing-errors.js';

/** Which typing errors are forgiven: in whole words only, or in the beginning of one still being typed too. */
export type Forgiveness = 'none' | 'words' | 'beginnings';

/** What a name is found by, best first; a hundred each, for shortened readings and errors in between. */
export const EXACT = 0;
export const PREFIX = 100;
export const WORDS = 200;
const WORD_PREFIXES = 300;
const WITH_PARENTS = 400;
export const MISTYPED = 500;
export const SHORTENED = 50;
export const WORST = 600;

// What a unit costs against a term: nothing, SAME_BEGINNING, from FUZZY on half typing errors, or NO_MATCH.
const SAME_BEGINNING = 1;
const FUZZY = 2;
const NO_MATCH = 255;

// A word that sounds the same may differ by this many more vowels and doubtful letters.
const MORE_WHEN_SAME_CONSONANTS = 2;
const FIRST_ARABIC_LETTER = '\u0600';

/** Calls `visit` for every one of the names that the reading matches, with a rank: the lower the better. */
export function rankNames(
  names: readonly IndexedName[],
  reading: Reading,
  forgiveness: Forgiveness,
  visit: (name: IndexedName, rank: number) => void,
): void {
  const costs = reading.units.map((unit) => costsOf(unit, forgiveness));
  const rankOf = costs.length === 1 ? rankerOfOne(costs[0]!) : rankerOfSeveral(names, costs);
  names.forEach((name, at) => {
    const rank = rankOf(name, at);
    if (rank < Infinity) visit(name, rank + (reading.isShortened ? SHORTENED : 0));
  });
}

function rankerOfOne(costs: Uint8Array): (name: IndexedName) => number {
  return (name) => {
    const part = lowest(costs, name.parts);
    if (part === NO_MATCH) return Infinity;
    const whole = lowest(costs, name.wholes);
    if (whole < FUZZY) return whole === 0 ? EXACT : PREFIX;
    if (part < FUZZY) return part === 0 ? WORDS : WORD_PREFIXES;
    return mistyped(Math.min(whole, part + 1) - FUZZY);
  };
}

function rankerOfSeveral(
  names: readonly IndexedName[],
  costs: readonly Uint8Array[],
): (name: IndexedName, at: number) => number {
  const costsByName = costs.map((ofTerms) => lowestByName(names, ofTerms));
  const costsByPlace = costsByName.map((ofNames) => lowestByPlace(names, ofNames));
  return (name, at) => {
    let worst = 0;
    let errors = 0;
    let fromParents = 0;
    for (let unit = 0; unit < costs.length; unit++) {
      let cost = costsByName[unit]![at]!;
      if (cost >= FUZZY) {
        const inParents = lowestAbove(costsByPlace[unit]!, name.place);
        if (inParents < cost) {
          cost = inParents;
          fromParents++;
        }
      }
      if (cost === NO_MATCH) return Infinity;
      if (cost > worst) worst = cost;
      if (cost >= FUZZY) errors += cost - FUZZY;
    }
    if (fromParents === costs.length) return Infinity;
    if (worst >= FUZZY) return mistyped(errors + fromParents);
    // Whoever types a place's parents too means the smaller place.
    if (fromParents > 0) return WITH_PARENTS - PLACE_LEVELS.indexOf(places[name.place]!.level);
    return worst === SAME_BEGINNING ? WORD_PREFIXES : WORDS;
  };
}

function mistyped(errors: number): number {
  return MISTYPED + Math.min(errors, SHORTENED - 1);
}

function lowest(costs: Uint8Array, terms: readonly number[]): number {
  let cost = NO_MATCH;
  for (let at = 0; at < terms.length; at++) {
    const candidate = costs[terms[at]!]!;
    if (candidate < cost) cost = candidate;
  }
  return cost;
}

function lowestByName(names: readonly IndexedName[], costs: Uint8Array): Uint8Array {
  const byName = new Uint8Array(names.length);
  for (let at = 0; at < names.length; at++) byName[at] = lowest(costs, names[at]!.parts);
  return byName;
}

function lowestByPlace(names: readonly IndexedName[], costsByName: Uint8Array): Uint8Array {
  const byPlace = new Uint8Array(places.length).fill(NO_MATCH);
  names.forEach(({ place }, at) => {
    if (costsByName[at]! < byPlace[place]!) byPlace[place] = costsByName[at]!;
  });
  return byPlace;
}

function lowestAbove(costsByPlace: Uint8Array, place: number): number {
  let cost = NO_MATCH;
  for (let above = parents[place]!; above >= 0; above = parents[above]!) {
    cost = Math.min(cost, costsByPlace[above]!);
  }
  return cost;
}

/** The unit's cost against every term. */
function costsOf(unit: Unit, forgiveness: Forgiveness): Uint8Array {
  const costs = new Uint8Array(terms.length).fill(NO_MATCH);
  if (forgiveness !== 'none') {
    const unfinished = unit.isUnfinished && forgiveness === 'beginnings';
    for (const form of unit.forms) forgive(costs, form, unfinished);
  }
  for (const form of [...unit.forms, ...unit.becoming]) {
    for (const number of termsByInitial.get(form.charAt(0)) ?? []) {
      const term = terms[number]!;
      if (!term.startsWith(form)) continue;
      costs[number] = term === form ? 0 : Math.min(costs[number]!, SAME_BEGINNING);
    }
  }
  return costs;
}

/** Typing errors allowed in a folded word: none in a short one. */
function errorsAllowed(letters: number): number {
  return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

function forgive(costs: Uint8Array, form: string, unfinished: boolean): void {
  const allowed = errorsAllowed(form.length);
  if (allowed === 0) return;
  const errorsIn = typingErrors(form, unfinished);
  const consonants = consonantsOf(form);
  const marks = consonantMarks(form);
  const isArabic = form >= FIRST_ARABIC_LETTER;
  for (let number = 0; number < terms.length; number++) {
    // An error takes at most one consonant away and puts at most one in: most terms end here, unread.
    const known = termMarks[number]!;
    if (hasMoreMarks(marks & ~known, allowed)) continue;
    if (!unfinished && hasMoreMarks(known & ~marks, allowed)) continue;
    const term = terms[number]!;
    if (term >= FIRST_ARABIC_LETTER !== isArabic) continue;
    const halfErrors = errorsIn(term);
    const excess = (halfErrors >> 1) - allowed;
    if (excess > MORE_WHEN_SAME_CONSONANTS) continue;
    const isAlike = soundsLike(consonants, term, unfinished);
    if (excess > 0 && !isAlike) continue;
    costs[number] = Math.min(costs[number]!, FUZZY + halfErrors - Number(isAlike));
  }
}

function hasMoreMarks(marks: number, than: number): boolean {
  for (; than > 0; than--) marks &= marks - 1;
  return marks !== 0;
}

function soundsLike(consonants: string, term: string, unfinished: boolean): boolean {
  if (consonants.length < 3) return false;
  const known = consonantsOf(term);
  return unfinished ? known.startsWith(consonants) : known === consonants;
}
