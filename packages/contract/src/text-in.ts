import type { Locale, LocalizedText, WrittenText } from './locale.js';

// Amazigh pages fall back to Arabic, English ones to French: the second language their readers meet in Morocco.
const fallbacks: Record<Locale, readonly Locale[]> = {
  ar: ['ar', 'fr', 'en', 'zgh'],
  fr: ['fr', 'ar', 'en', 'zgh'],
  zgh: ['zgh', 'ar', 'fr', 'en'],
  en: ['en', 'fr', 'ar', 'zgh'],
};

/**
 * The text to show a reader of `locale`, with the language it is really in, so that it can be
 * marked up with the right `lang`. Falls back to another language rather than to nothing. Readers of a language that
 * the protocol does not speak get the order of Arabic.
 */
export function textIn(text: LocalizedText, locale: Locale): WrittenText {
  const known = Object.hasOwn(fallbacks, locale) ? locale : 'ar';
  for (const language of fallbacks[known]) {
    const candidate = text[language];
    if (candidate) return { text: candidate, language };
  }
  return { text: '', language: known };
}
