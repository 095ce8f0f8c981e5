import type { TerritoryReferenceInput } from '@nafida/contract';
import {
  ancestorsOf,
  childrenOf,
  nameOf,
  placeOf,
  search,
  type Place,
  type PlaceLevel,
  type SearchOptions,
} from '@nafida/territory';
import { CommandError } from '../command-error.js';

/** More than there are. */
const all = { limit: 10_000, locale: 'fr' } as const;

/** Candidates that an error lists. */
const fewest = 8;

/** The place that a code of 2024 or 2014 or a name in any spelling means. Communes have been loaded. */
export function territoryOf(text: string): TerritoryReferenceInput {
  const known = placeOf(text.trim());
  if (known) return { code: text.trim(), vintage: known.code === text.trim() ? 2024 : 2014 };
  const named = placesNamed(text);
  const [place, ...others] = named;
  if (place && others.length === 0) return { code: place.code, vintage: 2024 };
  const near = place ? named : placesNear(text);
  if (near.length === 0) {
    throw new CommandError(
      `No place in Morocco has the name or code "${text}". Valid are for example 02.113 and "Province de Berkane"; "nafida-server territory search NAME" finds others.`,
    );
  }
  const listed = placeLines(near.slice(0, fewest));
  const more = near.length > fewest ? `\n… and ${near.length - fewest} more` : '';
  throw new CommandError(
    place
      ? `${named.length} places are called "${text}". Give the code of one:\n${listed}${more}`
      : `No place is called "${text}" exactly. Give the code of the one that is meant:\n${listed}${more}`,
  );
}

/** Places that a name or code may mean, the best first. */
export function placesNear(text: string, narrowed: SearchOptions = {}): Place[] {
  return search(text, { ...all, ...narrowed }).map(({ place }) => place);
}

/** The places with exactly this name, at the level that the text names, if it names one. */
function placesNamed(text: string): Place[] {
  const level = levelNamed(text.split(/[,،;؛(]/)[0] ?? '');
  return search(text, all)
    .filter(({ isExact, place }) => isExact && (level === undefined || place.level === level))
    .map(({ place }) => place);
}

/** The level that a word such as "province" or «جماعة» names: alone, it finds all places of that level and no other. */
function levelNamed(text: string): PlaceLevel | undefined {
  const everywhere = placesIn();
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const found = search(word, all);
      const level = found[0]?.place.level;
      const ofLevel = everywhere.filter((place) => place.level === level);
      const isWhole = found.every(({ place }) => place.level === level);
      return isWhole && found.length === ofLevel.length ? level : undefined;
    })
    .find((level) => level !== undefined);
}

function placesIn(code?: string): Place[] {
  return childrenOf(code).flatMap((place) => [place, ...placesIn(place.code)]);
}

/** One place per line: code, level, names, and the place that contains it. */
export function placeLines(places: readonly Place[]): string {
  const width = Math.max(...places.map(({ code }) => code.length));
  return places
    .map((place) => {
      const { code, kind, names } = place;
      const around = ancestorsOf(place).map((outer) => nameOf(outer, 'fr').text);
      const where = around.length > 0 ? `  (${around.join(', ')})` : '';
      const what = kinds[kind] ?? kind;
      return `${code.padEnd(width)}  ${what}  ${names.fr} · ${names.ar}${where}`;
    })
    .join('\n');
}

const kinds: Partial<Record<Place['kind'], string>> = {
  urban: 'urban commune',
  rural: 'rural commune',
};

/** The name of a place for a list, with its code if other places have the same name. */
export function nameOfTerritory({ code }: { readonly code: string }): string {
  const place = placeOf(code);
  return place ? nameOf(place, 'fr').text : code;
}
