import { highlight } from './highlight.js';
import type { Place, PlaceLevel, PlaceLocale, PlaceName } from './place.js';
import { PLACE_LEVELS } from './place.js';
import { knownLocale, nameIn, nameOf } from './place-name.js';
import { isWithin } from './places.js';
import { genericWords, readQuery } from './query.js';
import type { Query } from './query.js';
import { EXACT, MISTYPED, PREFIX, SHORTENED, WORDS, WORST, rankNames } from './ranking.js';
import type { Forgiveness } from './ranking.js';
import { parents, places, prepareIndex, updateIndex } from './search-index.js';
import type { IndexedName } from './search-index.js';

/** How a search is narrowed and ordered. */
export interface SearchOptions {
  /** Only places of these levels; all levels by default. One that does not exist has no places. */
  readonly levels?: readonly PlaceLevel[] | undefined;
  /** Only places inside this territory (its code), itself included; inside an unknown one there are none. */
  readonly within?: string | undefined;
  /** Places inside this territory (its code) come first among equally good matches; an unknown one changes nothing. */
  readonly near?: string | undefined;
  /** The most matches to return; 20 by default. */
  readonly limit?: number | undefined;
  /** The page's language: breaks ties and names what was found by an alias or a code; `ar` by default and for others. */
  readonly locale?: PlaceLocale | undefined;
}

/** One place that answers a query. */
export interface PlaceMatch {
  readonly place: Place;
  /** The name that matched; for an alias or a code, the name to show in the page's language. */
  readonly name: PlaceName;
  /** What of `name.text` was typed, as `[start, end)` UTF-16 offsets in order; nothing for most aliases and codes. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** Whether the query is the whole name, alias or code, articles and words like "province de" aside. */
  readonly isExact: boolean;
}

/** A place found, by which of its names (none when by code or level) and how well. */
interface Find {
  readonly place: number;
  readonly name?: IndexedName;
  readonly rank: number;
}

// No name is longer; what follows in a pasted text is not looked at.
const LONGEST_QUERY = 100;
// With fewer finds than this and none exact, typing errors are forgiven too.
const FEW = 5;
// Beside the nearest finds, those with one more error (two halves) are kept.
const FARTHER = 2;

/**
 * Places that answer what a person typed in any script, best first: exact names, then beginnings, words, words
 * with their parents' names, then typing errors; codes of 2024, 2014 and ISO too. On a tie the level that was
 * typed, places `near`, larger levels, the page's language. Covers communes once `loadCommunes()` has resolved;
 * an empty query finds nothing. See `prepareSearch()` for the cost of the first call.
 */
export function search(query: string, options: SearchOptions = {}): PlaceMatch[] {
  updateIndex();
  const text = query
    .slice(0, LONGEST_QUERY)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const read = readQuery(text);
  return find(text, read, options)
    .slice(0, options.limit ?? 20)
    .map((find) => matchOf(find, read, knownLocale(options.locale)));
}

/**
 * Prepares the search of everything loaded so far, in slices of a few milliseconds that leave frames and
 * keystrokes alone. Without it the next search does the same at once.
 */
export async function prepareSearch(): Promise<void> {
  await prepareIndex();
  genericWords();
}

/** All that answers a query, best first. */
function find(text: string, read: Query, options: SearchOptions): Find[] {
  const inside = findInside(read, options);
  if (inside.length > 0) return inside;
  const byCode = findByCode(text, options);
  return inOrder(byCode.length > 0 ? byCode : findByName(read, options), read, options);
}

/**
 * Places whose whole name, and no other level, stands before that of a place they lie in, of which a beginning will do.
 * Nothing else is meant then.
 */
function findInside({ parts }: Query, options: SearchOptions): Find[] {
  if (!parts) return [];
  const { inner, outer } = parts;
  const around = find(outer, readQuery(outer), { locale: options.locale });
  const limit = around.some(({ rank }) => rank < PREFIX) ? PREFIX : WORDS;
  const territories = new Set(around.filter(({ rank }) => rank < limit).map(({ place }) => place));
  if (territories.size === 0) return [];
  const read = readQuery(inner);
  return find(inner, read, options).filter(({ place, rank }) => {
    const isNamed = rank < PREFIX && (read.level ?? places[place]!.level) === places[place]!.level;
    let above = isNamed ? parents[place]! : -1;
    while (above >= 0 && !territories.has(above)) above = parents[above]!;
    return above >= 0;
  });
}

function findByCode(text: string, options: SearchOptions): Find[] {
  const isCode = /^\s*(ma[\s-]*)?\d[\d.\s]*$|^\s*ma[\s-]\w{1,3}\s*$/i.test(text);
  if (!isCode) return [];
  const typed = codeLetters(text.toUpperCase());
  const isEligible = eligibility(options);
  const finds: Find[] = [];
  places.forEach(({ code, code2014 = '', iso = '' }, place) => {
    const known = [code, code2014, iso].map(codeLetters);
    if (!known.some((letters) => letters.startsWith(typed)) || !isEligible(place)) return;
    finds.push({ place, rank: known.includes(typed) ? EXACT : PREFIX });
  });
  return finds;
}

function codeLetters(code: string): string {
  return code.replace(/[^A-Z\d]/g, '');
}

function findByName(read: Query, options: SearchOptions): Find[] {
  const locale = knownLocale(options.locale);
  const isEligible = eligibility(options);
  const found = new Map<number, Find>();
  // Of names found equally well, that in the page's language stands for the place, then that in the letters typed.
  const preference = (name: IndexedName | undefined) =>
    Number(name?.lang === locale) * 2 + Number(name?.isTifinagh === true);
  const collect = (forgiveness: Forgiveness) => {
    for (const reading of read.readings) {
      rankNames(reading, forgiveness, read.isTifinagh, (name, rank) => {
        const { place } = name;
        const known = found.get(place);
        if (known) {
          if (rank > known.rank) return;
          const isAlike = rank === known.rank;
          if (isAlike && preference(name) <= preference(known.name)) return;
        } else if (!isEligible(place)) return;
        found.set(place, { place, name, rank });
      });
    }
  };
  collect('none');
  const hasExact = [...found.values()].some((find) => find.rank < PREFIX);
  const isNamed = hasExact || lendToPlacesAround(read, options, isEligible, found);
  if (!isNamed && read.isLevelAlone && read.level) return findByLevel(read.level, isEligible);
  if (!hasExact && found.size < FEW) collect(found.size > 0 ? 'words' : 'beginnings');
  return withoutFarther([...found.values()]);
}

/**
 * A place too small to be chosen here stands for the one around it that may be: «Maarif» is Casablanca where there are
 * no arrondissements to choose. By its whole name; by less where nothing else answers. Tells whether one did so.
 */
function lendToPlacesAround(
  read: Query,
  { levels }: SearchOptions,
  isEligible: (place: number) => boolean,
  found: Map<number, Find>,
): boolean {
  if (!levels) return false;
  let hasLent = false;
  const worst = found.size > 0 || read.isLevelAlone ? PREFIX : MISTYPED;
  const smallest = Math.max(...levels.map((level) => PLACE_LEVELS.indexOf(level)));
  for (const reading of read.readings) {
    rankNames(reading, 'none', read.isTifinagh, ({ place }, rank) => {
      if (rank >= worst || PLACE_LEVELS.indexOf(places[place]!.level) <= smallest) return;
      let around = parents[place]!;
      while (around >= 0 && !isEligible(around)) around = parents[around]!;
      const known = found.get(around)?.rank ?? Infinity;
      const asAround = Math.min(PREFIX + rank, MISTYPED - 1);
      if (around < 0 || known <= asAround) return;
      found.set(around, { place: around, rank: asAround });
      hasLent = true;
    });
  }
  return hasLent;
}

/** All places of the level that the query names and nothing else: «إقليم». */
function findByLevel(level: PlaceLevel, isEligible: (place: number) => boolean): Find[] {
  return [...places.keys()]
    .filter((place) => places[place]!.level === level && isEligible(place))
    .map((place) => ({ place, rank: WORDS }));
}

function withoutFarther(finds: readonly Find[]): Find[] {
  const errors = ({ rank }: Find) => (rank < MISTYPED ? 0 : rank % SHORTENED);
  const fewest = Math.min(...finds.map(errors));
  return finds.filter((find) => errors(find) <= fewest + FARTHER);
}

function eligibility({ levels, within }: SearchOptions): (place: number) => boolean {
  return (number) => {
    const { level, code } = places[number]!;
    return (!levels || levels.includes(level)) && (!within || isWithin(code, within));
  };
}

function inOrder(finds: readonly Find[], { level }: Query, options: SearchOptions): Find[] {
  const { near } = options;
  const locale = knownLocale(options.locale);
  const byPlace = new Map(finds.map((find) => [find.place, find]));
  const keys = Float64Array.from(finds, (find) => {
    const place = places[find.place]!;
    const lang = find.name?.lang;
    // Digits of one number, from the most to the least decisive, each with how many values it has.
    let key = Number(find.rank >= MISTYPED);
    key = key * 2 + Number(find.rank > EXACT && level !== undefined && place.level !== level);
    key = key * WORST + find.rank;
    key = key * 2 + Number(near !== undefined && !isWithin(place.code, near));
    key = key * PLACE_LEVELS.length + PLACE_LEVELS.indexOf(place.level);
    key = key * 2 + Number(lang !== locale);
    key = key * 100 + (lang ? place.names[lang]!.length : 0);
    return key * places.length + find.place;
  });
  // Bare numbers are put in order without a call for each pair, and each ends in its place.
  return [...keys.sort()].map((key) => byPlace.get(key % places.length)!);
}

function matchOf(
  { place: number, name, rank }: Find,
  read: Query,
  locale: PlaceLocale,
): PlaceMatch {
  const place = places[number]!;
  const lang = name?.lang;
  // Tifinagh labels await review: found by, but shown only to a page that asks for them.
  const isShown = lang !== undefined && (lang !== 'zgh' || locale === 'zgh');
  const isSame = lang !== undefined && place.names[locale] === place.names[lang];
  const shown = isShown && !isSame ? nameIn(place, lang) : nameOf(place, locale);
  let ranges: PlaceMatch['ranges'] | undefined;
  return {
    place,
    name: shown,
    // Found out when asked for: a list draws a dozen of its matches.
    get ranges() {
      return (ranges ??= highlight(shown.text, read.readings, isShown));
    },
    isExact: rank < PREFIX,
  };
}
