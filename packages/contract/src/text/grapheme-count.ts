const segmenter = new Intl.Segmenter();

// Each step of a segmenter costs as much as its whole text is long: a long text is counted piece by piece.
const pieceLength = 256;

/**
 * The length of `text` as people count it: in grapheme clusters, not in UTF-16 units. Counting stops at one more than
 * `most`, so that a much too long text costs no more. The work grows linearly with the counted length. A cluster longer
 * than 256 units, which no script has, counts once for each 256.
 */
export function graphemeCount(text: string, most = Infinity): number {
  let count = 0;
  let start = 0;
  while (start < text.length && count <= most) {
    const piece = text.slice(start, pieceEnd(text, start));
    const isLast = start + piece.length === text.length;
    let last = 0;
    for (const { index } of segmenter.segment(piece)) {
      last = index;
      count++;
    }
    if (isLast) break;
    // The last cluster of a piece may go on in the next one, which begins with it.
    if (last > 0) count--;
    start += last || piece.length;
  }
  return Math.min(count, most + 1);
}

/** The end of the piece that begins at `start`: never between the two halves of a character. */
function pieceEnd(text: string, start: number): number {
  const end = Math.min(start + pieceLength, text.length);
  return text.codePointAt(end - 1)! > 0xffff ? end + 1 : end;
}

/** Lengths in grapheme clusters, both inclusive. */
export interface TextLimits {
  readonly min: number;
  readonly max: number;
}
