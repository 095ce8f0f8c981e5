/** Boxes of a JP2 file that say who, where and with what: EXIF and XMP in `uuid`, XML, and addresses. */
const metadata = new Set(['uuid', 'xml ', 'uinf']);

/** A JPEG 2000 picture without its metadata, the picture untouched. A bare code stream has none. */
export function withoutJpeg2000Metadata(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.toString('latin1', 4, 8) !== 'jP  ') return bytes;
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 8 <= view.length;) {
    const length = lengthOf(view, at);
    if (length < 8) return bytes.subarray(0, 0);
    const type = view.toString('latin1', at + 4, at + 8);
    if (!metadata.has(type)) kept.push(view.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(kept);
}

/** 1 means a length of eight bytes after the type, 0 means the rest of the file. */
function lengthOf(view: Buffer, at: number): number {
  const length = view.readUInt32BE(at);
  if (length === 0) return view.length - at;
  if (length !== 1) return length;
  return at + 16 <= view.length ? Number(view.readBigUInt64BE(at + 8)) : 0;
}
