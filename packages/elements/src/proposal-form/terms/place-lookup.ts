import type { Place } from '@nafida/territory';
import { isWithin, loadCommunes, PLACE_LEVELS, placeOf } from '@nafida/territory/look-up.js';
import type { PlaceChoice } from './proposal-place.js';

export { nameOfPlace } from '../../published/place-lookup.js';

/** Whether `place` is among those of `choice`. */
export function isAmong({ minLevel, level, within }: PlaceChoice, place: Place): boolean {
  const depth = PLACE_LEVELS.indexOf(place.level);
  return (
    depth >= PLACE_LEVELS.indexOf(minLevel) &&
    depth <= PLACE_LEVELS.indexOf(level) &&
    isWithin(place.code, within)
  );
}

/** The place with this HCP code, of 2024 or of 2014; the communes are fetched where it may be one of them. */
export async function findPlace(code: string): Promise<Place | undefined> {
  const known = placeOf(code);
  if (known || code.split('.').length < 3) return known;
  await loadCommunes().catch(() => {
    // Without a line the person chooses, once it is back.
  });
  return placeOf(code);
}
