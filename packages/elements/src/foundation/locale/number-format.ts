import type { Locale } from './locale.js';
import { textLocaleOf } from './locale.js';

const formats = new Map<string, Intl.NumberFormat>();

/** A number in the conventions of `locale`, in Latin digits as Moroccan texts in every language use. */
export function formatNumber(locale: Locale, value: number): string {
  // Below a thousand nothing is grouped in any language. Making a formatter holds Chromium up by 30 ms and more.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const tag = { ar: 'ar-MA', fr: 'fr', en: 'en' }[textLocaleOf(locale)];
  let format = formats.get(tag);
  if (!format) formats.set(tag, (format = new Intl.NumberFormat(tag, { numberingSystem: 'latn' })));
  return format.format(value);
}
