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
 * `lang` and `dir` describe the text that was found. Tifinagh labels await review by a native reader. Of a tag with a
 * region, `fr-MA`, the language counts; any other language answers in Arabic.
 */
export function nameOf(place: Place, locale: PlaceLocale): PlaceName {
  const lang = FALLBACKS[knownLocale(locale)].find((candidate) => place.names[candidate]) ?? 'ar';
  return nameIn(place, lang);
}

/** The language that places have names in, Arabic where they have none: a page may be in Spanish. */
export function knownLocale(locale: string | undefined): PlaceLocale {
  const language = String(locale)
    .toLowerCase()
    .replace(/[-_].*/, '');
  return Object.hasOwn(FALLBACKS, language) ? (language as PlaceLocale) : 'ar';
}

/** The place's own name in `lang`, which it must have. */
export function nameIn(place: Place, lang: PlaceLocale): PlaceName {
  return { text: place.names[lang] ?? '', lang, dir: lang === 'ar' ? 'rtl' : 'ltr' };
}
