import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

// Photos and documents to send, made here: what is in them is known to the last byte.

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crcOf(body), body.length + 4);
  return framed;
}

// Node has one of its own only from version 22.2 on.
function crcOf(bytes) {
  if (crc32) return crc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A picture of noise, so that nothing packs it, with a text in it that says where it was taken. */
export function png({ width = 40, height = 30, seed = 1, place = '' } = {}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  let state = seed;
  for (let at = 0; at < rows.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    rows[at] = at % (1 + width * 3) === 0 ? 0 : state >>> 24;
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(place ? [chunk('tEXt', Buffer.from(`Location\0${place}`, 'latin1'))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A document of one empty page, with an author. */
export function pdf(author = 'Leila') {
  return Buffer.from(
    `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
4 0 obj <</Author(${author})>> endobj
trailer <</Root 1 0 R/Info 4 0 R/Size 5>>
%%EOF
`,
    'latin1',
  );
}

/** What announces a file. */
export const announced = (bytes, changes = {}) => ({
  consultation: 'files',
  mediaType: 'image/png',
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...changes,
});

/** One part of a file, as a request. */
export const part = (token, bytes, offset = 0, length = bytes.byteLength) => ({
  token,
  query: { offset },
  rawBody: bytes.subarray(offset, offset + length),
  headers: { 'Content-Type': 'application/octet-stream' },
});

/** Sends a whole file and gives its token. */
export async function upload(api, bytes, changes) {
  const { token } = await api.value('createAttachment', { body: announced(bytes, changes) });
  await api.value('appendAttachment', part(token, bytes));
  return token;
}
