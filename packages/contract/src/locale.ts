import * as z from 'zod/mini';

/** Languages the protocol speaks. `zgh` is Standard Moroccan Amazigh (BCP 47). */
export const locales = ['ar', 'fr', 'zgh', 'en'] as const;

/** A language of the protocol, as a bare BCP 47 tag without region or script. */
export type Locale = (typeof locales)[number];

/** Accepts one of {@link locales} and nothing else. */
export const localeSchema = z.enum(locales);

/**
 * Editorial text (titles, notices) written by staff in one or more languages.
 * At least one language is present; readers choose with {@link textIn}.
 */
export const localizedTextSchema = z
  .object({
    ar: z.optional(z.string()),
    fr: z.optional(z.string()),
    zgh: z.optional(z.string()),
    en: z.optional(z.string()),
  })
  .check(
    z.refine((text) => locales.some((locale) => text[locale]), { params: { code: 'required' } }),
  );

/** See {@link localizedTextSchema}. */
export type LocalizedText = z.output<typeof localizedTextSchema>;

/** Text exactly as one person wrote it, with the language it was written in. */
export const writtenTextSchema = z.object({ text: z.string(), language: localeSchema });

/** See {@link writtenTextSchema}. */
export type WrittenText = z.output<typeof writtenTextSchema>;

// Amazigh pages fall back to Arabic, English ones to French: the second language their readers meet in Morocco.
const fallbacks: Record<Locale, readonly Locale[]> = {
  ar: ['ar', 'fr', 'en', 'zgh'],
  fr: ['fr', 'ar', 'en', 'zgh'],
  zgh: ['zgh', 'ar', 'fr', 'en'],
  en: ['en', 'fr', 'ar', 'zgh'],
};

/**
 * The text to show a reader of `locale`, with the language it is really in, so that it can be
 * marked up with the right `lang`. Falls back to another language rather than to nothing.
 */
export function textIn(text: LocalizedText, locale: Locale): WrittenText {
  for (const language of fallbacks[locale]) {
    const candidate = text[language];
    if (candidate) return { text: candidate, language };
  }
  return { text: '', language: locale };
}
