import type { Holiday, Locale, LocalizedText, TerritoryReference } from '@nafida/contract';

/** The data of a site that every operation needs. */
export interface SiteRecord {
  readonly id: string;
  readonly name: LocalizedText;
  readonly territory: TerritoryReference;
  readonly locales: Locale[];
  readonly origins: readonly string[];
  /** Hash of the privacy notice in force, null while there is none. */
  readonly privacyHash: string | null;
  readonly holidays: Holiday[];
  readonly demonstration: boolean;
}
