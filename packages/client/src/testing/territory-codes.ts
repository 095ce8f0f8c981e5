import type { TerritoryLevel } from '@nafida/contract';

/** True when the place of code `inner` is that of `outer` or lies in it, as far as codes tell. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

// The codes of communes and of arrondissements have the same form.
const partsOfLevel: Record<TerritoryLevel, number> = {
  region: 1,
  province: 2,
  commune: 4,
  arrondissement: 4,
};

/** True when `code` is of `level` or narrower, as far as its form tells. */
export function reaches(code: string, level: TerritoryLevel): boolean {
  return code.split('.').length >= partsOfLevel[level];
}
