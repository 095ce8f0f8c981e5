const WORD_BITS = 31;

/**
 * Prepares a typed word for comparison with many known ones. The returned function counts typing errors: a
 * missing, added or wrong letter, or two neighbours swapped. It answers twice their number, and one more where
 * the typed word, being `unfinished`, is nearest to the beginning of the known one. Only 31 letters count.
 */
export function typingErrors(typed: string, unfinished: boolean): (known: string) => number {
  // Myers' bit-parallel edit distance, with Hyyrö's term for swapped neighbours.
  const length = Math.min(typed.length, WORD_BITS);
  const lastBit = 1 << (length - 1);
  // Folded letters are Latin, IPA or Arabic: all below U+0800.
  const positions = new Int32Array(0x800);
  for (let at = 0; at < length; at++) positions[typed.charCodeAt(at) & 0x7ff]! |= 1 << at;
  return (known) => {
    let added = -1;
    let removed = 0;
    let diagonal = 0;
    let previous = 0;
    let errors = length;
    let fewest = length;
    for (let at = 0; at < known.length; at++) {
      const here = positions[known.charCodeAt(at) & 0x7ff]!;
      const swapped = ((~diagonal & here) << 1) & previous;
      diagonal = (((here & added) + added) ^ added) | here | removed | swapped;
      let right = removed | ~(diagonal | added);
      const left = diagonal & added;
      if (right & lastBit) errors++;
      else if (left & lastBit) errors--;
      right = (right << 1) | 1;
      added = (left << 1) | ~(diagonal | right);
      removed = right & diagonal;
      previous = here;
      if (errors < fewest) fewest = errors;
    }
    return unfinished ? Math.min(2 * errors, 2 * fewest + 1) : 2 * errors;
  };
}
