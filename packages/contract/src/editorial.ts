import * as z from 'zod/mini';
import { locales } from './text/locale.js';
import { typedReference } from './text/typed-code.js';

const identifier = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

/** An id in paths, filters and bodies: 1 to 64 letters, digits, `.`, `_`, `~`, `-`. */
export const identifierSchema = z.string().check(z.regex(identifier));

/** A proposal's reference, however it was typed. */
export const referenceSchema = z
  .string()
  .check(z.maxLength(200, { abort: true }), z.overwrite(typedReference), z.regex(identifier));

/** One text that staff wrote. */
export const staffText = z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000));

/** Editorial text as staff send it: a language that nobody knows is a typing error, not to be dropped. */
export const editorialText = z
  .strictObject({
    ar: z.optional(staffText),
    fr: z.optional(staffText),
    zgh: z.optional(staffText),
    en: z.optional(staffText),
  })
  .check(
    z.refine((texts) => locales.some((locale) => texts[locale]), { params: { code: 'required' } }),
  );

/** An absent value and null say the same: nothing. */
export function maybe<Schema extends z.ZodMiniType>(
  schema: Schema,
): z.ZodMiniDefault<z.ZodMiniNullable<Schema>> {
  return z._default(z.nullable(schema), null);
}
