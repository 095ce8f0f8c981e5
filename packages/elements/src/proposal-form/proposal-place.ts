import type { Consultation } from '@nafida/contract';
import type { Place, PlaceLevel } from '@nafida/territory';
import { isWithin, loadCommunes, PLACE_LEVELS, placeOf } from '@nafida/territory';

/** Which places a proposal may name. */
export interface PlaceChoice {
  /** The largest level. */
  readonly minLevel: PlaceLevel;
  /** The smallest level. */
  readonly level: PlaceLevel;
  /** HCP code of the territory they lie in. */
  readonly within: string;
}

/**
 * The places that `consultation` asks to choose among, inside `within` where the page narrows it; null where no
 * place is asked. Where a commune is asked, one of its arrondissements says more and will do.
 */
export function placeChoiceOf(
  { policy, territory }: Consultation,
  within: string | null,
): PlaceChoice | null {
  const { territoryLevel } = policy;
  if (territoryLevel === null) return null;
  // A level of a newer server: the communes are the choice that fits most.
  const minLevel = territoryLevel === 'unknown' ? 'commune' : territoryLevel;
  const level = minLevel === 'commune' ? 'arrondissement' : minLevel;
  return { minLevel, level, within: within || territory.code };
}

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
