/** Bytes of a file from `from` until before `to`. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of a file of so many bytes that a `Range` header asks for (RFC 9110, 14.1.2). `whole` if it is not a single
 * range of bytes, which is ignored; `unsatisfiable` if the file has no such part.
 */
export function rangeIn(
  header: string | undefined,
  bytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const count = Math.min(bytes, Number(last));
    return count === 0 ? 'unsatisfiable' : { from: bytes - count, to: bytes };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return 'whole';
  const to = last === '' ? bytes : Math.min(bytes, Number(last) + 1);
  return from >= bytes ? 'unsatisfiable' : { from, to };
}
