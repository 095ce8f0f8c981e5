interface Chunk {
  readonly name: string;
  /** With its header. */
  readonly whole: Buffer;
  readonly data: Buffer;
}

const hasAlpha = 0x10;

/** Of an animated WebP the first frame, as a picture; any other WebP as it is. */
export function firstFrame(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frame = chunksIn(file.subarray(12)).find(({ name }) => name === 'ANMF');
  if (!frame) return bytes;
  // Position, size, duration and how it is put on the last one: 16 bytes.
  const parts = chunksIn(frame.data.subarray(16)).filter(({ name }) =>
    /^(?:ALPH|VP8 |VP8L)$/.test(name),
  );
  const head = Buffer.alloc(18);
  head.write('VP8X', 'latin1');
  head.writeUInt32LE(10, 4);
  head[8] = parts.some(({ name }) => name === 'ALPH') ? hasAlpha : 0;
  frame.data.copy(head, 12, 6, 12);
  const body = Buffer.concat([head, ...parts.map(({ whole }) => whole)]);
  const start = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  start.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([start, body]);
}

/** Chunks of a RIFF file: four letters, a length, and data that end on an even place. */
function chunksIn(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    const next = end + (end % 2);
    const name = bytes.toString('latin1', at, at + 4);
    chunks.push({ name, whole: bytes.subarray(at, next), data: bytes.subarray(at + 8, end) });
    at = next;
  }
  return chunks;
}
