import type { Place, PlaceLevel, PlaceLocale, PlaceName } from './place.js';

/** How a search is narrowed and ordered. */
export interface SearchOptions {
  /** Only places of these levels; all levels by default. */
  readonly levels?: readonly PlaceLevel[] | undefined;
  /** Only places inside this territory (its code), itself included. */
  readonly within?: string | undefined;
  /** Places inside this territory (its code) come first among equally good matches. */
  readonly near?: string | undefined;
  /** The most matches to return; 20 by default. */
  readonly limit?: number | undefined;
  /** The page's language: breaks ties and names what was found by an alias or a code; `ar` by default. */
  readonly locale?: PlaceLocale | undefined;
}

/** One place that answers a query. */
export interface PlaceMatch {
  readonly place: Place;
  /** The name that matched; for an alias or a code, the name to show in the page's language. */
  readonly name: PlaceName;
  /** What matched, as `[start, end)` UTF-16 offsets into `name.text`, in order; empty for an alias or a code. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/**
 * Places that answer what a person typed, best first.
 */
export function search(query: string, options: SearchOptions = {}): PlaceMatch[] {
  void query;
  void options;
  return [];
}
