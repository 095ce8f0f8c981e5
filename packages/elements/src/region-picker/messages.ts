import type { PlaceKind, PlaceLevel } from '@nafida/territory';

/** The texts of `<nafida-region-picker>`. Names of places are passed in ready to show. */
export interface RegionPickerMessages {
  /** The label where the page gives none: what may be chosen, smallest first. */
  readonly label: (levels: readonly PlaceLevel[]) => string;
  readonly optional: string;
  readonly placeholder: string;
  /** Read out with the field. */
  readonly help: string;
  /** What a place is, beside its name. */
  readonly kinds: Readonly<Record<PlaceKind, string>>;
  /** A choice as the field shows it; `kind` and `parent` only where the name alone could mislead. */
  readonly chosen: (name: string, kind?: string, parent?: string) => string;
  /** The row for a whole place above the rows for its parts. */
  readonly whole: (level: PlaceLevel) => string;
  /** How many places of `level` lie in a row's place. */
  readonly parts: (level: PlaceLevel, count: number) => string;
  /** Between the names of the places that a place lies in. */
  readonly comma: string;
  readonly recent: string;
  /** Above the provinces near the person. */
  readonly nearby: string;
  readonly locate: string;
  readonly locating: string;
  readonly locateHint: string;
  readonly notLocated: string;
  readonly all: string;
  readonly country: string;
  readonly path: string;
  readonly open: string;
  readonly close: string;
  readonly clear: string;
  readonly results: (count: number) => string;
  readonly manyResults: (count: number) => string;
  readonly empty: (query: string) => string;
  readonly browse: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly required: (levels: readonly PlaceLevel[]) => string;
  readonly notChosen: (text: string) => string;
  readonly unknownCode: string;
  readonly wrongLevel: (levels: readonly PlaceLevel[]) => string;
  readonly outside: (name: string) => string;
}
