import type { Locale } from './locale.js';
import { formatNumber } from './number-format.js';

/** The words for sizes. */
export interface SizeUnits {
  readonly kilobytes: string;
  readonly megabytes: string;
}

/** A size as people read it: whole kilobytes, or megabytes with one decimal. */
export function fileSize(locale: Locale, bytes: number, units: SizeUnits): string {
  const [value, unit] =
    bytes < 1_000_000
      ? [Math.max(1, Math.round(bytes / 1_000)), units.kilobytes]
      : [Math.round(bytes / 100_000) / 10, units.megabytes];
  // One line: a number alone at its end says nothing.
  return `${formatNumber(locale, value)}\u00A0${unit}`;
}
