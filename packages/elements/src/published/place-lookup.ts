import type { WrittenText } from '@nafida/contract';
import { nameOf, placeOf } from '@nafida/territory/look-up.js';
import type { Locale } from '../foundation/locale/locale.js';

export { loadCommunes } from '@nafida/territory/look-up.js';

/** The name of the place with this code, of 2024 or 2014, in the language of the reader or the one there is. */
export function nameOfPlace(code: string, locale: Locale): WrittenText | undefined {
  const place = placeOf(code);
  if (!place) return undefined;
  const { text, lang: language } = nameOf(place, locale);
  return { text, language };
}
