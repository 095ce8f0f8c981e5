import { graphemeCount } from '@nafida/contract/limits.js';

// Letters, digits and punctuation of Latin, Arabic and Tifinagh text that are one grapheme each, whatever stands
// beside them: no marks, no joiners, no surrogates.
const plain =
  /^[\t\n\x20-\x7E\xA0-\xAC\xAE-\u02FF\u060C\u061B\u061F\u0620-\u064A\u0660-\u066D\u0671-\u06D3\u2010-\u2027\u2030-\u205E\u2D30-\u2D67]*$/;

/**
 * Characters of `text` as people count them, without the white space around it. Called with every key: going
 * through 5,000 characters grapheme by grapheme would be felt on a cheap phone, so plain text is measured at once.
 */
export function characterCount(text: string): number {
  const trimmed = text.trim();
  return plain.test(trimmed) ? trimmed.length : graphemeCount(trimmed);
}
