import type { Place, PlaceLocale, PlaceName } from './place.js';

const FALLBACKS: Readonly<Record<PlaceLocale, readonly PlaceLocale[]>> = {
  ar: ['ar'],
  fr: ['fr'],
  en: ['en', 'fr'],
  // Arabic before French: the other official language, where no Tifinagh label exists.
  zgh: ['zgh', 'ar'],
};

/**
 * The name to show for a place on a page in `locale`. English falls back to French and Amazigh to Arabic;
 * `lang` and `dir` describe the text that was found. Tifinagh labels await review by a native reader.
 */
export function nameOf(place: Place, locale: PlaceLocale): PlaceName {
  const lang = FALLBACKS[locale].find((candidate) => place.names[candidate]) ?? 'ar';
  return nameIn(place, lang);
}

/** The place's own name in `lang`, which it must have. */
export function nameIn(place: Place, lang: PlaceLocale): PlaceName {
  return { text: place.names[lang] ?? '', lang, dir: lang === 'ar' ? 'rtl' : 'ltr' };
}
