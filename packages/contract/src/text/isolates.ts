/** A letter of a script that is written from right to left. */
export const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A telephone number whose groups stand apart, or letters and digits held together by hyphens. */
export const turnedRun =
  /(?<![\p{L}\p{N}])(?:\(?(?:\+|0)[\d(][\d \u00A0\u202F().\-/]{6,}\d|(?=[\dA-Z-]*\d)(?=[\dA-Z-]*[A-Z])[\dA-Z]+(?:-[\dA-Z]+)+)(?![\p{L}\p{N}])/giu;

/**
 * A value inside plain text of another language: between U+2068 and U+2069 it keeps its own direction, and the text
 * around it keeps its order: https://www.w3.org/International/questions/qa-bidi-unicode-controls
 */
export function isolated(value: string): string {
  return value && `\u2068${value}\u2069`;
}

/**
 * The text with its telephone numbers and codes isolated. Among Arabic letters, `05 36 61 00 00` would be read from its
 * last group to its first, and `2026-K7` from its end.
 */
export function withIsolatedRuns(text: string): string {
  if (!rightToLeftLetter.test(text)) return text;
  return text.replace(turnedRun, '\u2066$&\u2069');
}

/** The text without the marks of isolates, as it was before it was written for programs that know no other way. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
