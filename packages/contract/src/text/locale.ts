import * as z from 'zod/mini';

/** The languages of the protocol. `zgh` is Standard Moroccan Amazigh (BCP 47). */
export const locales = ['ar', 'fr', 'zgh', 'en'] as const;

/** A language of the protocol, as a bare BCP 47 tag without region or script. */
export type Locale = (typeof locales)[number];

/** Accepts one of {@link locales} and nothing else. */
export const localeSchema = z.enum(locales);

/** The language of a text in an answer: a tag that this version does not know stays as it is. */
export const languageSchema = z.string();

const inLocales = {
  ar: z.optional(z.string()),
  fr: z.optional(z.string()),
  zgh: z.optional(z.string()),
  en: z.optional(z.string()),
};

/** The type of {@link localizedTextSchema}, named so that declarations made of it stay short. */
export interface LocalizedTextSchema extends z.ZodMiniObject<typeof inLocales> {}

/**
 * Editorial text (titles, notices) written by staff in one or more languages, also in one that this version does not know.
 * At least one language is present; readers choose with `textIn`.
 */
export const localizedTextSchema: LocalizedTextSchema = z.looseObject(inLocales).check(
  z.refine((texts) => Object.values(texts).some((text) => text && typeof text === 'string'), {
    params: { code: 'required' },
  }),
);

/** See {@link localizedTextSchema}. */
export type LocalizedText = z.output<typeof localizedTextSchema>;

/** Text exactly as one person wrote it, with the language it was written in. */
export const writtenTextSchema = z.object({ text: z.string(), language: languageSchema });

/** See {@link writtenTextSchema}. */
export type WrittenText = z.output<typeof writtenTextSchema>;
