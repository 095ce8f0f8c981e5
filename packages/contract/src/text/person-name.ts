import * as z from 'zod/mini';
import { citizenLine } from './citizen-text.js';
import type { TextLimits } from './grapheme-count.js';

/** Length of a name, in grapheme clusters. */
export const personNameLimits = { min: 1, max: 100 } as const satisfies TextLimits;

// Persian and Berber spelling needs the two joiners; all other format characters only come along.
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;
const hyphens = /[\p{Pd}\u2043\u2212]/gu;
// Two letters after a point could make the end of an internet address, which mail programs turn into a link.
const pointBeforeWord = /\.(?=[\p{L}\p{M}]{2})/gu;

/**
 * A name as a person meant it: marks that nobody sees left out, every hyphen the usual one, and a space after the point
 * of `Dr.Ahmed`.
 */
export function typedName(typed: string): string {
  return typed
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(/[．｡。․]/g, '.')
    .replace(pointBeforeWord, '. ');
}

const name = /^(?:[\p{L}\p{M}\p{Nd} .,،·'’‘ʼ`´ʹ-]|\u200C|\u200D)+$/u;
const letter = /\p{L}/u;
// Some write Arabic sounds as a figure: `7assan`, `Sa3id`. A number has several with no letter between.
const number = /\p{Nd}[^\p{L}]*\p{Nd}/u;

/**
 * The name of a person in any script: letters with their marks, spaces, hyphens, apostrophes, points and commas.
 * Anything else in such a field (an address, a price, a sentence with a link) is an `invalid_name` issue.
 */
export const personNameSchema = z
  .pipe(
    z
      .string()
      .check(z.maxLength(personNameLimits.max * 16, { abort: true }), z.overwrite(typedName)),
    citizenLine(personNameLimits),
  )
  .check(
    z.refine((text) => name.test(text) && letter.test(text) && !number.test(text), {
      params: { code: 'invalid_name' },
    }),
  );
