const segmenter = new Intl.Segmenter();

/** Length of `text` as people count it: in grapheme clusters, not in UTF-16 units. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _segment of segmenter.segment(text)) count++;
  return count;
}

/** Lengths in grapheme clusters, both inclusive. */
export interface TextLimits {
  readonly min: number;
  readonly max: number;
}
