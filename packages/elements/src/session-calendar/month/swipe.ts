import type { Direction } from '../../foundation/locale/locale.js';

/** Where a finger was, in CSS pixels. */
export interface Touched {
  readonly clientX: number;
  readonly clientY: number;
}

/** Shorter than this is a trembling finger, in CSS pixels. */
const leastLength = 48;

/**
 * The page that a swipe turns to: 1 the next, -1 the one before, 0 none. As with paper, what lies beyond the
 * edge is pulled in: in a script that runs from right to left the next page comes from the left.
 */
export function swipedPages(start: Touched, end: Touched, direction: Direction): -1 | 0 | 1 {
  const across = end.clientX - start.clientX;
  const along = end.clientY - start.clientY;
  if (Math.abs(across) < leastLength || Math.abs(across) < 2 * Math.abs(along)) return 0;
  return across < 0 === (direction === 'ltr') ? 1 : -1;
}
