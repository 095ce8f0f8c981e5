import type { Direction } from '../foundation/locale.js';

const firstLetter = /\p{L}/u;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/**
 * The direction a text runs in by its first letter; `fallback` where it has none. `dir="auto"` would answer
 * left to right for an empty field and move its placeholder to the wrong side.
 */
export function textDirection(text: string, fallback: Direction): Direction {
  const letter = firstLetter.exec(text)?.[0];
  if (!letter) return fallback;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}
