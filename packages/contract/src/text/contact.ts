import * as z from 'zod/mini';
import { bareText, latinDigits, plainText } from './typed-text.js';

/** Longer is no number and no address, whatever came along with it: no work is done on it. */
const mostTyped = 1_000;

const international = /^\W*(?:\+|00)/;
// The stretched hyphen of Arabic keyboards is a letter to Unicode.
const separators = /[ ./\\,·•_()\u0640-]+/g;

/**
 * A telephone number in one spelling, however it was typed or copied: `+` and digits, with single spaces between its
 * groups. It understands `tel:`, `00` before the country and the `(0)` after it that is not dialled.
 */
export function typedPhone(typed: string): string {
  const text = plainText(typed).replace(/^(?:t[eé]l[ .:]+)+/i, '');
  const dialled = international.test(text) ? text.replace(/\( *0 *\)/g, ' ') : text;
  return dialled
    .replace(separators, ' ')
    .trim()
    .replace(/^(?:\+ ?)?00 ?(?=[1-9])/, '+')
    .replace(/^\+ /, '+')
    .replace(/^(\+212 ?)0 ?(?=\d(?: ?\d){8}$)/, '$1');
}

// Figures that can be dialled: seven at least, as in other countries, and fifteen at most (E.164).
const phone = /^\+?\d(?: ?\d){6,14}$/;

/** A telephone number, kept as {@link typedPhone} writes it. */
export const phoneSchema = z.string().check(
  z.maxLength(mostTyped, { abort: true }),
  z.overwrite(typedPhone),
  z.refine((text) => phone.test(text)),
  z.describe(
    'A telephone number however it is written; kept as figures with single spaces, and + before a country',
  ),
);

/** An e-mail address without what came along: marks nobody sees, spaces around, `mailto:`, a full-width `@`. */
export function typedEmail(typed: string): string {
  return bareText(typed)
    .replace(/^mailto: ?/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim()
    .replace(/ ?@ ?/g, '@')
    .replace(/[^@.。]+/g, digitsOfLatin)
    .replace(/。(?=[^@]*$)/g, '.');
}

/** Figures of an Arabic keyboard in a Latin name are Latin ones; in an Arabic name they are part of it. */
function digitsOfLatin(part: string): string {
  const latin = latinDigits(part);
  return /^[ -~]*$/.test(latin) ? latin : part;
}

const name = "[\\p{L}\\p{M}\\p{N}_'+-]";
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?';
const email = new RegExp(
  `^${name}+(?:\\.${name}+)*@(?:${label}\\.)+(?:xn--[a-z\\d-]+|[\\p{L}\\p{M}]{2,})$`,
  'iu',
);

/** An e-mail address in any script, `info@بلدية.المغرب` too; kept as {@link typedEmail} writes it. */
export const emailSchema = z.string().check(
  z.maxLength(mostTyped, { abort: true }),
  z.overwrite(typedEmail),
  z.maxLength(254, { abort: true }),
  z.refine((text) => email.test(text)),
  z.meta({ format: 'idn-email' }),
);
