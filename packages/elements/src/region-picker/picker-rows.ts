import type { Place, PlaceLocale, PlaceMatch } from '@nafida/territory';
import { childrenOf, nameOf } from '@nafida/territory/look-up.js';
import { search } from '@nafida/territory/search.js';
import type { Scope } from './scope.js';
import { codeIssue, leadsFurther } from './scope.js';

/** What pressing a row does: choose its place, or show what lies inside it. */
type RowAction = 'choose' | 'descend';

/** One row of the list. */
export interface Row {
  readonly place: Place;
  readonly action: RowAction;
  /** The row stands for all of a place whose parts are listed after it. */
  readonly isWhole: boolean;
  /** How the place was found, for rows that answer a search. */
  readonly match?: PlaceMatch;
}

/** The most answers a search shows: more would have to be narrowed by typing anyway. */
export const searchLimit = 50;

/** The rows that answer `query`, best first, at most {@link searchLimit}; places inside `near` before equals. */
export function searchRows(
  query: string,
  near: Place | undefined,
  scope: Scope,
  locale: PlaceLocale,
): Row[] {
  return search(query, {
    near: near?.code,
    levels: scope.levels,
    within: scope.within?.code,
    limit: searchLimit,
    locale,
  }).map((match) => ({ place: match.place, action: 'choose', isWhole: false, match }));
}

/**
 * The rows seen when browsing inside `at` (undefined: the whole country): the place itself where it may be
 * chosen, then its parts, regions in their official order and the rest by name.
 */
export function browseRows(at: Place | undefined, scope: Scope, locale: PlaceLocale): Row[] {
  const rows: Row[] = [];
  if (at && !codeIssue(at.code, scope)) {
    rows.push({ place: at, action: 'choose', isWhole: leadsFurther(at, scope) });
  }
  if (at && !leadsFurther(at, scope)) return rows;
  const parts = [...childrenOf(at?.code)];
  if (at) sortByName(parts, locale);
  for (const place of parts) {
    const action = leadsFurther(place, scope) ? 'descend' : 'choose';
    if (action === 'descend' || !codeIssue(place.code, scope)) {
      rows.push({ place, action, isWhole: false });
    }
  }
  return rows;
}

/** The rows of provinces near the person: to choose, or to look into. */
export function nearbyRows(provinces: readonly Place[], scope: Scope): Row[] {
  return provinces.map((place) => ({
    place,
    action: leadsFurther(place, scope) ? 'descend' : 'choose',
    isWhole: false,
  }));
}

/** The rows of places chosen earlier on this page that may be chosen here. */
export function recentRows(places: readonly Place[], scope: Scope): Row[] {
  return places
    .filter((place) => !codeIssue(place.code, scope))
    .map((place) => ({ place, action: 'choose', isWhole: false }));
}

function sortByName(places: Place[], locale: PlaceLocale): void {
  const keys = new Map(
    places.map((place) => [place, nameOf(place, locale).text.replace(/^(?:ال|Al |El |L['’])/, '')]),
  );
  // Names are in Arabic, Latin and Tifinagh letters: an engine without data for one still orders it by code point.
  const collator = new Intl.Collator(locale === 'zgh' ? 'ar' : locale);
  places.sort((a, b) => collator.compare(keys.get(a)!, keys.get(b)!));
}

/**
 * The one place whose name is what was typed, whole; undefined where none is, or where several share the name
 * and the person has to say which.
 */
export function exactMatch(typed: string, scope: Scope, locale: PlaceLocale): Place | undefined {
  const exact = searchRows(typed, undefined, scope, locale).filter((row) => row.match?.isExact);
  return exact.length === 1 ? exact[0]!.place : undefined;
}
