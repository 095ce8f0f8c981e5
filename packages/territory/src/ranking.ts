import { consonantMarks, consonantsOf } from './folding.js';
import { PLACE_LEVELS } from './place.js';
import type { Reading, Unit } from './query.js';
import {
  names,
  namesByTerm,
  parents,
  places,
  termMarks,
  terms,
  termsByInitial,
} from './search-index.js';
import type { IndexedName } from './search-index.js';
import { typingErrors } from './typing-errors.js';

/** Which typing errors are forgiven: in whole words only, or in the beginning of one still being typed too. */
export type Forgiveness = 'none' | 'words' | 'beginnings';

/** What a name is found by, best first; a hundred each, for shortened readings and errors in between. */
export const EXACT = 0;
/** A name begins with the query. */
export const PREFIX = 100;
/** Words of a name are those of the query. */
export const WORDS = 200;
const WORD_PREFIXES = 300;
const WITH_PARENTS = 400;
/** A name is found in spite of typing errors. */
export const MISTYPED = 500;
/** Added to the rank of a name that a shortened reading of the query finds. */
export const SHORTENED = 50;
/** Above every rank: keys of several ranks are counted in this base. */
export const WORST = 600;

// What a unit costs against a term: nothing, SAME_BEGINNING, from FUZZY on half typing errors, or NO_MATCH.
const SAME_BEGINNING = 1;
const FUZZY = 2;
const NO_MATCH = 255;

// A word that sounds the same may differ by this many more vowels and doubtful letters.
const MORE_WHEN_SAME_CONSONANTS = 2;
const FIRST_ARABIC_LETTER = '\u0600';

/** What a unit costs against what it matches, by number; what is missing does not match. */
type Costs = Map<number, number>;

/** Calls `visit` for every name that the reading matches, in their order, with a rank: the lower the better. */
export function rankNames(
  reading: Reading,
  forgiveness: Forgiveness,
  isTifinagh: boolean,
  visit: (name: IndexedName, rank: number) => void,
): void {
  const costs = reading.units.map((unit) => costsOf(unit, forgiveness));
  const costsByName = costs.map((ofTerms) => lowestByName(ofTerms, isTifinagh));
  const rankOf =
    costs.length === 1
      ? rankerOfOne(costs[0]!, costsByName[0]!)
      : rankerOfSeveral(costsByName, costsByName.map(lowestByPlace), repetitionsOf(reading.units));
  // A name of which nothing was typed is not looked at: the first letter leaves a few hundred of 3,600.
  const touched = new Set(costsByName.flatMap((ofNames) => [...ofNames.keys()]));
  for (const number of Uint32Array.from(touched).sort()) {
    const name = names[number]!;
    const rank = rankOf(name, number);
    if (rank < Infinity) visit(name, rank + (reading.isShortened ? SHORTENED : 0));
  }
}

function rankerOfOne(
  costs: Costs,
  costsByName: Costs,
): (name: IndexedName, number: number) => number {
  return (name, number) => {
    const part = costsByName.get(number)!;
    let whole = NO_MATCH;
    for (const term of name.wholes) whole = Math.min(whole, costs.get(term) ?? NO_MATCH);
    if (whole < FUZZY) return whole === 0 ? EXACT : PREFIX;
    if (part < FUZZY) return part === 0 ? WORDS : WORD_PREFIXES;
    return mistyped(Math.min(whole, part + 1) - FUZZY);
  };
}

function rankerOfSeveral(
  costsByName: readonly Costs[],
  costsByPlace: readonly Costs[],
  repetitions: readonly number[],
): (name: IndexedName, number: number) => number {
  return (name, number) => {
    let worst = 0;
    let errors = 0;
    let wholeWords = 0;
    let fromParents = 0;
    let unaccounted = 0;
    for (let unit = 0; unit < costsByName.length; unit++) {
      let cost = costsByName[unit]!.get(number) ?? NO_MATCH;
      const repetition = repetitions[unit]!;
      // What the name itself has was counted already.
      const inOthers = cost === 0 ? repetition : repetition + 1;
      if (repetition > 0 && wholesAbove(costsByPlace[unit]!, name.place) >= inOthers) {
        cost = 0;
        fromParents++;
      } else {
        if (repetition > 0) unaccounted++;
        if (cost === 0) wholeWords++;
        const inParents = cost < FUZZY ? NO_MATCH : lowestAbove(costsByPlace[unit]!, name.place);
        if (inParents < cost) {
          cost = inParents;
          fromParents++;
        }
      }
      if (cost === NO_MATCH) return Infinity;
      if (cost > worst) worst = cost;
      if (cost >= FUZZY) errors += cost - FUZZY;
    }
    if (fromParents === costsByName.length) return Infinity;
    if (worst >= FUZZY) return mistyped(errors + fromParents + unaccounted);
    if (unaccounted > 0) return WITH_PARENTS + Math.min(unaccounted, SHORTENED - 1);
    // Whoever types a place's parents too means the smaller place, and rather one whose whole name stands there.
    if (fromParents > 0) {
      const level = PLACE_LEVELS.indexOf(places[name.place]!.level);
      const isWhole = worst === 0 && wholeWords >= name.words;
      return WITH_PARENTS - level - (isWhole ? PLACE_LEVELS.length : 0);
    }
    return worst === SAME_BEGINNING ? WORD_PREFIXES : WORDS;
  };
}

/** How often each unit's words stand before it already: in «Fnideq (M'diq-Fnideq)» they name two places. */
function repetitionsOf(units: readonly Unit[]): number[] {
  const all = units.map(({ forms }) => forms.join());
  return all.map((forms, at) => all.slice(0, at).filter((before) => before === forms).length);
}

function mistyped(errors: number): number {
  return MISTYPED + Math.min(errors, SHORTENED - 1);
}

function keepLowest(costs: Costs, number: number, cost: number): void {
  if (cost < (costs.get(number) ?? NO_MATCH)) costs.set(number, cost);
}

/** Folded to Latin letters, names in Tifinagh would answer Latin queries unseen: they count only where asked for. */
function lowestByName(costsByTerm: Costs, isTifinagh: boolean): Costs {
  const byName: Costs = new Map();
  for (const [term, cost] of costsByTerm) {
    for (const name of namesByTerm[term]!) {
      if (isTifinagh || !names[name]!.isTifinagh) keepLowest(byName, name, cost);
    }
  }
  return byName;
}

function lowestByPlace(costsByName: Costs): Costs {
  const byPlace: Costs = new Map();
  for (const [name, cost] of costsByName) keepLowest(byPlace, names[name]!.place, cost);
  return byPlace;
}

function lowestAbove(costsByPlace: Costs, place: number): number {
  let cost = NO_MATCH;
  for (let above = parents[place]!; above >= 0; above = parents[above]!) {
    cost = Math.min(cost, costsByPlace.get(above) ?? NO_MATCH);
  }
  return cost;
}

/** How many of the places above have what was typed as a whole word. */
function wholesAbove(costsByPlace: Costs, place: number): number {
  let wholes = 0;
  for (let above = parents[place]!; above >= 0; above = parents[above]!) {
    if (costsByPlace.get(above) === 0) wholes++;
  }
  return wholes;
}

/** The unit's cost against every term that it matches. */
function costsOf(unit: Unit, forgiveness: Forgiveness): Costs {
  const costs: Costs = new Map();
  if (forgiveness !== 'none') {
    const unfinished = unit.isUnfinished && forgiveness === 'beginnings';
    for (const form of unit.forms) forgive(costs, form, unfinished);
  }
  for (const form of [...unit.forms, ...unit.becoming]) {
    for (const number of termsByInitial.get(form.charAt(0)) ?? []) {
      const term = terms[number]!;
      if (term.startsWith(form)) keepLowest(costs, number, term === form ? 0 : SAME_BEGINNING);
    }
  }
  return costs;
}

/** Typing errors allowed in a folded word: none in a short one. */
function errorsAllowed(letters: number): number {
  return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

function forgive(costs: Costs, form: string, unfinished: boolean): void {
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
    keepLowest(costs, number, FUZZY + halfErrors - Number(isAlike));
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
