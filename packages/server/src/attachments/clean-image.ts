import { attachmentTypeOf } from '@nafida/contract/limits.js';
import { imageSize } from 'image-size';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Refusal } from './refusal.js';

/** Decoded, a pixel takes four bytes: a hundred megabytes at most. Telephones of today take 12 million a photo. */
const mostPixels = 25_000_000;

interface Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

interface Codec {
  readonly decode: (bytes: ArrayBuffer) => Promise<Picture>;
  readonly encode: (picture: Picture) => Promise<ArrayBuffer>;
}

type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

// What the codecs make and take is a class of browsers.
globalThis.ImageData ??= class {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
} as unknown as typeof ImageData;

const require = createRequire(import.meta.url);

/** The codecs look for their programs by `fetch`, which reads no files in Node. */
async function programOf(path: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(new Uint8Array(await readFile(require.resolve(path))));
}

const codecs: Readonly<Record<ImageType, () => Promise<Codec>>> = {
  'image/jpeg': async () => {
    const decoder = await import('@jsquash/jpeg/decode.js');
    const encoder = await import('@jsquash/jpeg/encode.js');
    await decoder.init(await programOf('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
    await encoder.init(await programOf('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'));
    return {
      // Progressive files are one part in a hundred smaller and take twice the time. The orientation is applied, for it goes with the rest of EXIF.
      decode: (bytes) => decoder.default(bytes, { preserveOrientation: true }),
      encode: (picture) =>
        encoder.default(picture as ImageData, { quality: 82, progressive: false }),
    };
  },
  'image/png': async () => {
    const program = await programOf('@jsquash/png/codec/pkg/squoosh_png_bg.wasm');
    const decoder = await import('@jsquash/png/decode.js');
    const encoder = await import('@jsquash/png/encode.js');
    await decoder.init(program);
    await encoder.init(program);
    return {
      decode: (bytes) => decoder.decode(bytes),
      encode: (picture) => encoder.default(picture as ImageData),
    };
  },
  'image/webp': async () => {
    const decoder = await import('@jsquash/webp/decode.js');
    const encoder = await import('@jsquash/webp/encode.js');
    await decoder.init(await programOf('@jsquash/webp/codec/dec/webp_dec.wasm'));
    await encoder.init(await programOf('@jsquash/webp/codec/enc/webp_enc.wasm'));
    return {
      decode: (bytes) => decoder.default(bytes),
      encode: (picture) => encoder.default(picture as ImageData, { quality: 80, method: 2 }),
    };
  },
};

/**
 * A picture decoded and encoded anew: its pixels and nothing else. Throws a {@link Refusal} for what is no picture of
 * this type, and for one of too many pixels before it is decoded.
 */
export async function cleanImage(bytes: Uint8Array, mediaType: ImageType): Promise<Uint8Array> {
  if (attachmentTypeOf(bytes) !== mediaType) throw new Refusal('attachment_type');
  const { width, height } = imageSize(bytes);
  if (width * height > mostPixels) throw new Refusal('attachment_unreadable');
  const { decode, encode } = await codecs[mediaType]();
  const picture = await decode(new Uint8Array(bytes).buffer);
  return new Uint8Array(await encode(picture));
}
