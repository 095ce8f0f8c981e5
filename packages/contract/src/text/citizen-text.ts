import * as z from 'zod/mini';
import { graphemeCount, type TextLimits } from './grapheme-count.js';

// Tab and line breaks are what people type; every other C0/C1 control has no place in a citizen's text.
// eslint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/u;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * True if every bidirectional embedding, override or isolate that `text` opens is also closed, line by
 * line. Unbalanced ones would turn around the words that surround the text wherever it is shown.
 * ZWJ, ZWNJ, LRM, RLM and ALM need no closing and are always kept.
 */
export function hasBalancedBidi(text: string): boolean {
  for (const line of text.split('\n')) {
    const open: ('embedding' | 'isolate')[] = [];
    for (const character of line) {
      if ('\u202A\u202B\u202D\u202E'.includes(character)) open.push('embedding');
      else if ('\u2066\u2067\u2068'.includes(character)) open.push('isolate');
      else if (character === '\u202C' && open.pop() !== 'embedding') return false;
      else if (character === '\u2069' && open.pop() !== 'isolate') return false;
    }
    if (open.length > 0) return false;
  }
  return true;
}

/** True if `text` can be stored and shown safely: no control characters, balanced bidi controls. */
export function isCleanText(text: string): boolean {
  return !controlCharacter.test(text) && !loneSurrogate.test(text) && hasBalancedBidi(text);
}

// Normalising sorts the marks on one letter, which takes the square of their number. No script puts more than 30 in a
// row (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format).
const pileOfMarks = /\p{M}{31}/u;

function typedText(fold: (text: string) => string, { min, max }: TextLimits) {
  return z.string().check(
    // One grapheme may hold many code units, yet not without bound: this stops a flood before any work is done on it.
    z.maxLength(max * 16, { abort: true }),
    z.refine((text) => !pileOfMarks.test(text), { params: { code: 'invalid_text' }, abort: true }),
    z.overwrite((text) => fold(text).trim().normalize('NFC')),
    z.refine((text) => min === 0 || text !== '', { params: { code: 'required' }, abort: true }),
    z.check(({ value, issues }) => {
      // Never more than units: most texts need not be counted to their end.
      const length = graphemeCount(value, value.length > max ? max : min);
      if (value !== '' && length < min) issues.push(lengthIssue(value, 'too_short', min));
      if (length > max) issues.push(lengthIssue(value, 'too_long', max));
    }),
    z.refine(isCleanText, { params: { code: 'invalid_text' } }),
    z.describe(`${min} to ${max} characters as people count them (grapheme clusters)`),
  );
}

function lengthIssue(input: string, code: 'too_short' | 'too_long', limit: number) {
  const params = { code, [code === 'too_short' ? 'minimum' : 'maximum']: limit };
  return { code: 'custom', input, params, continue: true } as const;
}

/**
 * A text a person typed: trimmed, CRLF folded to LF, normalised to NFC, then checked against `limits`
 * and {@link isCleanText}. Issues carry the codes `required`, `too_short`, `too_long` and `invalid_text`.
 */
export function citizenText(limits: TextLimits): z.ZodMiniString<string> {
  return typedText((text) => text.replace(/\r\n?/g, '\n'), limits);
}

/** Like {@link citizenText}, on one line: any run of white space becomes one space. */
export function citizenLine(limits: TextLimits): z.ZodMiniString<string> {
  return typedText((text) => text.replace(/\s+/g, ' '), limits);
}
