import type { Place, PlaceLevel } from '@nafida/territory';
import { childrenOf, isWithin, PLACE_LEVELS, placeOf } from '@nafida/territory/look-up.js';

/** Which places a picker offers. */
export interface Scope {
  /** Levels that may be chosen, from the largest. */
  readonly levels: readonly PlaceLevel[];
  /** Only places inside this one, itself included. */
  readonly within: Place | undefined;
}

/** Why a code cannot be the value of a picker. */
export type CodeIssue = 'unknown' | 'level' | 'outside';

/** Whether `text` names a level. */
export function isLevel(text: string): text is PlaceLevel {
  return (PLACE_LEVELS as readonly string[]).includes(text);
}

/** The levels from `smallest` up to `largest`; only `smallest` where the two are the wrong way round. */
export function levelsBetween(largest: PlaceLevel, smallest: PlaceLevel): PlaceLevel[] {
  const end = PLACE_LEVELS.indexOf(smallest);
  return PLACE_LEVELS.slice(Math.min(PLACE_LEVELS.indexOf(largest), end), end + 1);
}

/**
 * The levels that can really be chosen, for texts that name them: few communes have arrondissements, and a province
 * holds no region. Arrondissements inside a territory are named once its communes are here.
 */
export function levelsFoundIn({ levels, within }: Scope): readonly PlaceLevel[] {
  if (!within) return levels;
  const found = new Set(levelsFrom(within));
  const named = levels.filter((level) => found.has(level));
  return named.length > 0 ? named : levels;
}

function levelsFrom(place: Place): PlaceLevel[] {
  // Communes may not be here yet, and there is no region or province without one.
  const below: PlaceLevel[] =
    place.level === 'region' || place.level === 'province' ? ['commune'] : [];
  return [place.level, ...below, ...childrenOf(place.code).flatMap(levelsFrom)];
}

/** Whether the communes have to be loaded to offer everything in `levels`. */
export function needsCommunes(levels: readonly PlaceLevel[]): boolean {
  return levels.includes('commune') || levels.includes('arrondissement');
}

/** Whether `code` has the form of a commune's or an arrondissement's, known only once communes are loaded. */
export function isCommuneCode(code: string): boolean {
  return /^\d\d\.\d{3}\.[\d.]+$/.test(code);
}

/** What keeps `code` from being chosen in `scope`; undefined where nothing does. */
export function codeIssue(code: string, scope: Scope): CodeIssue | undefined {
  const place = placeOf(code);
  if (!place) return 'unknown';
  if (!scope.levels.includes(place.level)) return 'level';
  if (scope.within && !isWithin(code, scope.within.code)) return 'outside';
  return undefined;
}

/** Whether choosing goes on below `place`: it holds places that may be chosen, or that lead to some. */
export function leadsFurther(place: Place, scope: Scope): boolean {
  const depth = PLACE_LEVELS.indexOf(place.level);
  const deepest = scope.levels.at(-1)!;
  if (depth >= PLACE_LEVELS.indexOf(deepest)) return false;
  // A province has communes even while they are not loaded; few communes have arrondissements.
  return place.level !== 'commune' || childrenOf(place.code).length > 0;
}
