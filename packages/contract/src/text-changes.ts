import * as z from 'zod/mini';
import { staffText } from './editorial.js';
import { locales, type LocalizedText } from './locale.js';

const change = z.nullish(staffText);

/** Changes to a text: languages that are left out stay as they are, null takes one away. */
export const textChanges = z.strictObject({ ar: change, fr: change, zgh: change, en: change });

/** See {@link textChanges}. */
export type TextChanges = z.output<typeof textChanges>;

/** A text after changes; null where no language is left. */
export function textWith(stored: LocalizedText | null, changes: TextChanges): LocalizedText | null {
  const texts = locales.flatMap((locale) => {
    const text = changes[locale] === undefined ? stored?.[locale] : changes[locale];
    return text ? [[locale, text] as const] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}
