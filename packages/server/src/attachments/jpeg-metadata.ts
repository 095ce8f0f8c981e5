const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe };

/** Application segments that say how to draw. All others, and comments, say who, where and with what. */
const drawing: Readonly<Record<number, string>> = {
  0xe0: 'JFIF\0',
  0xe2: 'ICC_PROFILE\0',
  0xee: 'Adobe',
};

function isMetadata(bytes: Uint8Array, at: number): boolean {
  const code = bytes[at + 1]!;
  if (code === marker.comment) return true;
  if (code < 0xe0 || code > 0xef) return false;
  const name = drawing[code];
  return (
    name === undefined ||
    name !== String.fromCharCode(...bytes.subarray(at + 4, at + 4 + name.length))
  );
}

/**
 * A JPEG without its metadata, the picture untouched, and without what follows its end (some telephones keep a second
 * picture there). Bytes that are no JPEG come back as they are.
 */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return bytes;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const code = bytes[at + 1]!;
    if (code === marker.end) break;
    const length = 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    const next = code === marker.scan ? endOfScan(bytes, at + length) : at + length;
    if (!isMetadata(bytes, at)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...kept, Uint8Array.of(0xff, marker.end)]);
}

/** The position of the marker that ends the picture data that begin at `at`. */
function endOfScan(bytes: Uint8Array, at: number): number {
  for (let next = at; next + 1 < bytes.length; next++) {
    if (bytes[next] !== 0xff) continue;
    const code = bytes[next + 1]!;
    const isData = code === 0 || code === 0xff || (code >= 0xd0 && code <= 0xd7);
    if (!isData) return next;
  }
  return bytes.length;
}
