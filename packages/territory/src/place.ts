/** The four levels of the territorial division, largest first. */
export type PlaceLevel = 'region' | 'province' | 'commune' | 'arrondissement';

/** What a place legally is; `prefecture` and `province` share one level, `urban` and `rural` are communes. */
export type PlaceKind = 'region' | 'prefecture' | 'province' | 'urban' | 'rural' | 'arrondissement';

/** The languages in which places have names. */
export type PlaceLocale = 'ar' | 'fr' | 'en' | 'zgh';

/** One region, prefecture, province, commune or arrondissement; plain frozen-by-type data, one object per place. */
export interface Place {
  /** HCP code of the 2024 census: `02`, `02.113`, `02.113.01.05`; a city with arrondissements ends in `.0`. */
  readonly code: string;
  readonly level: PlaceLevel;
  readonly kind: PlaceKind;
  /** ISO 3166-2 code (`MA-BER`); regions and provinces only. */
  readonly iso?: string;
  /** HCP code of the 2014 census where it differs from `code` (207 communes). */
  readonly code2014?: string;
  /** Code of the place one level up; regions have none. */
  readonly parentCode?: string;
  /** Official Arabic and French names (HCP); English and Tifinagh labels (Wikidata) of regions and provinces. */
  readonly names: Readonly<Record<'ar' | 'fr', string> & Partial<Record<PlaceLocale, string>>>;
}

/** A name with the language and direction to mark it with, which are not always those asked for. */
export interface PlaceName {
  readonly text: string;
  readonly lang: PlaceLocale;
  readonly dir: 'ltr' | 'rtl';
}

/** Levels from the largest to the smallest. */
export const PLACE_LEVELS: readonly PlaceLevel[] = [
  'region',
  'province',
  'commune',
  'arrondissement',
];
