/** A piece of a name: what the person typed, or what surrounds it. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Cuts `text` at the matched ranges, which are in order and do not overlap. */
export function piecesOf(
  text: string,
  ranges: readonly (readonly [start: number, end: number])[],
): TextPiece[] {
  const pieces: TextPiece[] = [];
  let position = 0;
  for (const [start, end] of ranges) {
    pieces.push({ text: text.slice(position, start), isMatch: false });
    pieces.push({ text: text.slice(start, end), isMatch: true });
    position = end;
  }
  pieces.push({ text: text.slice(position), isMatch: false });
  return pieces.filter((piece) => piece.text !== '');
}
