import type { Locale } from '@nafida/contract';

export type { Locale };

/**
 * Languages that have catalogues. Amazigh has none yet (a native reader has to write it): its pages read
 * French sentences, with Amazigh place and month names where they exist.
 */
export type TextLocale = Exclude<Locale, 'zgh'>;

/** Direction of a line of text. */
export type Direction = 'ltr' | 'rtl';

// Standard Moroccan Amazigh is `zgh`; pages also write the older collective code.
const localeByLanguage: Readonly<Record<string, Locale>> = {
  ar: 'ar',
  ary: 'ar',
  fr: 'fr',
  en: 'en',
  zgh: 'zgh',
  tzm: 'zgh',
  ber: 'zgh',
};

/** The locale a BCP 47 tag such as `ar-MA` or `tzm-Tfng` asks for, or undefined where we do not speak it. */
export function localeOf(tag: string): Locale | undefined {
  const language = tag.trim().toLowerCase().split(/[-_]/)[0]!;
  return Object.hasOwn(localeByLanguage, language) ? localeByLanguage[language] : undefined;
}

/** The language in which `locale` reads sentences: see {@link TextLocale}. */
export function textLocaleOf(locale: Locale): TextLocale {
  return locale === 'zgh' ? 'fr' : locale;
}

/** Only Arabic runs from right to left: Tifinagh does not. */
export function directionOf(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
