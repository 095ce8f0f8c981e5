import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { imageSize } from 'image-size';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { AttachmentCleaner } from './attachment-cleaner.js';

const require = createRequire(import.meta.url);

/** EXIF that says "turned by a quarter" and where it was taken. */
function exif(place: string): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const text = Buffer.from(`${place}\0`, 'latin1');
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08\0\x02', 'latin1'),
    entry(0x010e, 2, text.length, 38),
    entry(0x0112, 3, 1, 6),
    Buffer.alloc(4),
    text,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const place = 'POSITION 34.92 -2.32';

describe('a file that was sent', () => {
  let cleaner: AttachmentCleaner;
  let photo: Buffer;
  before(async () => {
    cleaner = new AttachmentCleaner();
    const program = require.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
    await initJpegEncoder(await WebAssembly.compile(new Uint8Array(await readFile(program))));
    const data = new Uint8ClampedArray(64 * 32 * 4).map((_value, at) => (at * 7) % 256);
    const plain = Buffer.from(await encodeJpeg({ data, width: 64, height: 32 } as ImageData));
    photo = Buffer.concat([plain.subarray(0, 2), exif(place), plain.subarray(2)]);
  });
  after(() => cleaner.close());

  const cleaned = async (bytes: Uint8Array, mediaType: 'image/jpeg' | 'application/pdf') => {
    const outcome = await cleaner.clean({ bytes, mediaType, mostBytes: 10_000_000 });
    assert.ok('bytes' in outcome, JSON.stringify(outcome));
    return Buffer.from(outcome.bytes);
  };
  const errorOf = async (
    bytes: Uint8Array,
    mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf',
  ) => {
    const outcome = await cleaner.clean({ bytes, mediaType, mostBytes: 10_000_000 });
    return 'error' in outcome ? outcome.error : null;
  };

  it('is a photo without its position, upright', async () => {
    assert.ok(photo.includes(place));
    const bytes = await cleaned(photo, 'image/jpeg');
    assert.ok(!bytes.includes('POSITION') && !bytes.includes('Exif'));
    const { width, height } = imageSize(bytes);
    assert.deepEqual([width, height], [32, 64]);
  });
  it('is a document of its pages: no author, no script, no file, no photo with a position', async () => {
    const source = await PDFDocument.create();
    source.setAuthor('AUTHOR Leila');
    source.addJavaScript('go', 'app.alert("SCRIPT")');
    await source.attach(Buffer.from('EMBEDDED'), 'secret.txt');
    const page = source.addPage([200, 200]);
    page.drawImage(await source.embedJpg(photo));
    page.node.set(
      PDFName.of('PieceInfo'),
      source.context.obj({ Maker: PDFString.of('MAKER telephone') }),
    );
    const bytes = Buffer.from(await source.save({ useObjectStreams: false }));
    for (const word of [place, 'PieceInfo', 'secret.txt']) assert.ok(bytes.includes(word), word);
    const clean = await PDFDocument.load(await cleaned(bytes, 'application/pdf'), {
      updateMetadata: false,
    });
    assert.deepEqual([clean.getPageCount(), clean.getAuthor()], [1, undefined]);
    const written = Buffer.from(await clean.save({ useObjectStreams: false }));
    for (const word of ['POSITION', 'PieceInfo', 'JavaScript', 'EmbeddedFile', 'AUTHOR']) {
      assert.ok(!written.includes(word), word);
    }
    assert.ok(written.includes('DCTDecode'), 'the photo itself is there');
  });
  it('is not taken when it is damaged or locked', async () => {
    const half = photo.subarray(0, 200);
    assert.equal(await errorOf(half, 'image/jpeg'), 'attachment_unreadable');
    assert.equal(
      await errorOf(Buffer.from('%PDF-1.4 nothing else'), 'application/pdf'),
      'attachment_unreadable',
    );
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    assert.equal(await errorOf(await locked.save(), 'application/pdf'), 'attachment_unreadable');
  });
  it('is not taken under a false name', async () => {
    assert.equal(await errorOf(photo, 'image/png'), 'attachment_type');
    assert.equal(await errorOf(photo, 'application/pdf'), 'attachment_type');
    assert.equal(await errorOf(Buffer.from('GIF89a'), 'image/webp'), 'attachment_type');
    assert.equal(await errorOf(Buffer.alloc(1), 'image/jpeg'), 'attachment_type');
  });
  it('is not taken when it takes more memory than the machine has for it', async () => {
    const data = new Uint8ClampedArray(4_000 * 3_000 * 4);
    const large = await encodeJpeg({ data, width: 4_000, height: 3_000 } as ImageData);
    const task = { bytes: new Uint8Array(large), mediaType: 'image/jpeg', mostBytes: 1e7 } as const;
    const small = new AttachmentCleaner({ atOnce: 1, bytesOfOne: 100_000_000 });
    assert.deepEqual(await small.clean(task), { error: 'attachment_too_large' });
    await small.close();
  });
  it('is not unpacked when it would fill the memory', async () => {
    const wide = Buffer.alloc(33);
    wide.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    wide.writeUInt32BE(60_000, 16);
    wide.writeUInt32BE(60_000, 20);
    wide.set([8, 6, 0, 0, 0], 24);
    assert.equal(await errorOf(wide, 'image/png'), 'attachment_too_large');
  });
  it('ends with its process when it is a document that unpacks without end', async () => {
    const packed = deflateSync(Buffer.alloc(1_500_000_000), { level: 1 });
    const bomb = Buffer.concat([
      Buffer.from(
        `%PDF-1.5\n1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>> stream\n`,
      ),
      packed,
      Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF'),
    ]);
    const before = performance.now();
    const error = errorOf(bomb, 'application/pdf');
    // The server answers others meanwhile.
    const turns: number[] = [];
    for (let last = performance.now(); turns.length < 10; last = performance.now()) {
      await new Promise((resolve) => setImmediate(resolve));
      turns.push(performance.now() - last);
    }
    assert.ok(Math.max(...turns) < 1000, `${Math.max(...turns)} ms`);
    assert.equal(await error, 'attachment_too_large');
    assert.ok(performance.now() - before < 60_000);
  });
});
