import type { Consultation } from '@nafida/contract';
import type { PlaceLevel } from '@nafida/territory';

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
