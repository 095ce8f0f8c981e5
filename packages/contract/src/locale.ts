import * as z from 'zod/mini';

/** Languages the protocol speaks. `zgh` is Standard Moroccan Amazigh (BCP 47). */
export const locales = ['ar', 'fr', 'zgh', 'en'] as const;

/** A language of the protocol, as a bare BCP 47 tag without region or script. */
export type Locale = (typeof locales)[number];

/** Accepts one of {@link locales} and nothing else. */
export const localeSchema = z.enum(locales);

/**
 * Editorial text (titles, notices) written by staff in one or more languages.
 * At least one language is present; readers choose with `textIn`.
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
