const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

// A telephone number whose groups stand apart, or letters and digits held together by hyphens.
const turnedRun =
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

const word = String.raw`[\p{Script=Latin}\p{M}\p{N}]+`;
const leftToRightPart = String.raw`(?<![\p{L}\p{N}])(?=\p{N}*\p{Script=Latin})${word}(?:[ \u00A0\u202F'’.,&/+–-]{1,3}${word}| ?\([^()\p{Script=Arabic}]*\))*`;
const address = String.raw`https?:\/\/\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+`;
const amongRightToLeft = new RegExp(`${address}|${turnedRun.source}|${leftToRightPart}`, 'giu');
const amongLeftToRight =
  /\p{Script=Arabic}(?:[\p{Script=Arabic}\p{M}\p{N} .:/،؛()«»-]*\p{Script=Arabic})?\p{M}*/gu;

/**
 * A text whose direction nothing else gives, such as the title of an entry or the subject of a mail: its telephone
 * numbers and codes are isolated, and so are parts in letters of the other direction. URLs are not isolated, because a
 * closing mark would be taken for a part of them.
 */
export function withIsolatedParts(text: string, language: string): string {
  const plain = withoutIsolates(text);
  if (!rightToLeftLetter.test(plain)) return plain;
  if (language !== 'ar' && /\p{Script=Latin}/u.test(plain)) {
    return plain.replace(amongLeftToRight, (part) => isolated(withIsolatedRuns(part)));
  }
  return plain.replace(amongRightToLeft, (part) =>
    /^https?:|@/.test(part) ? part : `\u2066${part}\u2069`,
  );
}

/** The text without the marks of isolates, as it was before it was written for programs that know no other way. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
