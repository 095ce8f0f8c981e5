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
 * the protocol does not speak get the order of Arabic, after their own.
 */
export function textIn(text: LocalizedText, locale: string): WrittenText {
  const texts = text as Readonly<Record<string, unknown>>;
  const known = Object.hasOwn(fallbacks, locale) ? (locale as Locale) : 'ar';
  for (const language of [locale, ...fallbacks[known], ...Object.keys(texts)]) {
    const candidate = Object.hasOwn(texts, language) ? texts[language] : undefined;
    if (candidate && typeof candidate === 'string') return { text: candidate, language };
  }
  return { text: '', language: known };
}
