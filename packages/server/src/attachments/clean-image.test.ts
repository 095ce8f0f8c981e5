import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodePng, { init as initPngEncoder } from '@jsquash/png/encode.js';
import { imageSize } from 'image-size';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import { cleanImage } from './clean-image.js';
import type { FileError } from './file-error.js';

const require = createRequire(import.meta.url);
const programOf = async (path: string) =>
  WebAssembly.compile(new Uint8Array(await readFile(require.resolve(path))));

const large = 10_000_000;

/** A picture, by the colour of each of its pixels. */
function picture(width: number, height: number, pixel: (at: number) => readonly number[]) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) data.set(pixel(at), at * 4);
  return { data, width, height } as ImageData;
}

/** Noise, which nothing packs, the same at every run. */
const noise = (opacity: number) => (at: number) =>
  [1, 2, 3].map((salt) => (Math.imul(at * 4 + salt, 2_654_435_761) >>> 13) & 255).concat(opacity);

const plain = (red: number, green: number, blue: number) => () => [red, green, blue, 255];

function chunk(name: string, data: Uint8Array): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Still pictures of WebP, one after the other. */
function animated(width: number, height: number, stills: readonly Uint8Array[]): Buffer {
  const size = Buffer.alloc(6);
  size.writeUIntLE(width - 1, 0, 3);
  size.writeUIntLE(height - 1, 3, 3);
  const frames = stills.map((still) =>
    chunk(
      'ANMF',
      Buffer.concat([Buffer.alloc(6), size, Buffer.from([100, 0, 0, 0]), still.subarray(12)]),
    ),
  );
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', Buffer.concat([Buffer.from([2, 0, 0, 0]), size])),
    chunk('ANIM', Buffer.alloc(6)),
    ...frames,
  ]);
  return chunk('RIFF', body);
}

/** A JPEG of four inks, 8 by 8, all of one colour, as Adobe's programs write it: what is printed most is 0. */
function fourInks(inks: readonly number[]): Buffer {
  const segment = (marker: number, ...bytes: number[]) =>
    Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes]);
  // One code of eight bits for each size of a difference; the first of the others ends a block.
  const sizes = Array.from({ length: 12 }, (_value, size) => size);
  const ones = Array<number>(64).fill(1);
  let bits = '';
  for (const ink of inks) {
    const level = (255 - ink - 128) * 8;
    const size = level === 0 ? 0 : Math.floor(Math.log2(Math.abs(level))) + 1;
    const value = level < 0 ? level + 2 ** size - 1 : level;
    bits +=
      size.toString(2).padStart(8, '0') + (size ? value.toString(2).padStart(size, '0') : '') + '0';
  }
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const data = (bits.match(/.{8}/g) ?? []).flatMap((byte) => {
    const value = Number.parseInt(byte, 2);
    return value === 255 ? [255, 0] : [value];
  });
  const components = [1, 2, 3, 4];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xee, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0),
    segment(0xdb, 0, ...ones),
    segment(0xc0, 8, 0, 8, 0, 8, 4, ...components.flatMap((id) => [id, 0x11, 0])),
    segment(0xc4, 0x00, ...[0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0], ...sizes),
    segment(0xc4, 0x10, ...[1, ...Array<number>(15).fill(0)], 0),
    segment(0xda, 4, ...components.flatMap((id) => [id, 0]), 0, 63, 0),
    Buffer.from([...data, 0xff, 0xd9]),
  ]);
}

describe('a picture', () => {
  before(async () => {
    await initPngEncoder(await programOf('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
    await initWebpEncoder(await programOf('@jsquash/webp/codec/enc/webp_enc.wasm'));
    await initWebpDecoder(await programOf('@jsquash/webp/codec/dec/webp_dec.wasm'));
    await initJpegDecoder(await programOf('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
  });
  const colourOf = ({ data }: ImageData) => [...data.subarray(0, 3)];
  const isNear = (found: readonly number[], wanted: readonly number[]) =>
    assert.ok(
      found.every((value, at) => Math.abs(value - wanted[at]!) <= 6),
      found.join(),
    );

  it('keeps its type if it is small enough', async () => {
    const bytes = new Uint8Array(await encodePng(picture(40, 30, noise(255))));
    const clean = await cleanImage(bytes, 'image/png', large);
    assert.equal(clean.mediaType, 'image/png');
  });
  it('becomes a JPEG, on white, if it would be too large', async () => {
    const bytes = new Uint8Array(await encodePng(picture(200, 200, noise(0))));
    const clean = await cleanImage(bytes, 'image/png', 60_000);
    assert.equal(clean.mediaType, 'image/jpeg');
    assert.ok(clean.bytes.byteLength <= 60_000);
    isNear(colourOf(await decodeJpeg(new Uint8Array(clean.bytes).buffer)), [255, 255, 255]);
  });
  it('is rejected if it does not become small enough', async () => {
    const bytes = new Uint8Array(await encodePng(picture(200, 200, noise(255))));
    await assert.rejects(
      cleanImage(bytes, 'image/png', 5_000),
      (error) => (error as FileError).code === 'attachment_too_large',
    );
  });
  it('is the first of those that move', async () => {
    const still = async (red: number) =>
      new Uint8Array(await encodeWebp(picture(16, 24, plain(red, 40, 90)), { quality: 95 }));
    const bytes = animated(16, 24, [await still(200), await still(10)]);
    const clean = await cleanImage(bytes, 'image/webp', large);
    const { width, height } = imageSize(clean.bytes);
    assert.deepEqual([width, height], [16, 24]);
    isNear(colourOf(await decodeWebp(new Uint8Array(clean.bytes).buffer)), [200, 40, 90]);
  });
  it('of four inks comes out in the colours of a screen', async () => {
    for (const [inks, colour] of [
      [
        [0, 255, 255, 0],
        [255, 0, 0],
      ],
      [
        [255, 0, 0, 0],
        [0, 255, 255],
      ],
      [
        [0, 0, 0, 255],
        [0, 0, 0],
      ],
      [
        [0, 0, 0, 0],
        [255, 255, 255],
      ],
    ] as const) {
      const clean = await cleanImage(fourInks(inks), 'image/jpeg', large);
      isNear(colourOf(await decodeJpeg(new Uint8Array(clean.bytes).buffer)), colour);
    }
  });
});
