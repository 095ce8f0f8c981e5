import {
  isolated,
  rightToLeftLetter,
  turnedRun,
  withIsolatedRuns,
  withoutIsolates,
} from './isolates.js';

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
