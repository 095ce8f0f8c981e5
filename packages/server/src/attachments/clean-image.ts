import { attachmentTypeOf } from '@nafida/contract/limits.js';
import { imageSize } from 'image-size';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CleanFile } from './clean-file.js';
import { decodeFourInks, isFourInks } from './four-ink-jpeg.js';
import type { Picture } from './picture.js';
import { FileError } from './file-error.js';
import { firstFrame } from './webp-frames.js';

/** Decoded, a pixel takes four bytes: a hundred megabytes at most. Telephones of today take 12 million a photo. */
const mostPixels = 25_000_000;

interface Codec {
  readonly decode: (bytes: ArrayBuffer) => Promise<Picture>;
  readonly encode: (picture: Picture, quality: number) => Promise<ArrayBuffer>;
}

type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

// The codecs use a class of browsers.
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
      encode: (picture, quality) =>
        encoder.default(picture as ImageData, { quality, progressive: false }),
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
      encode: (picture, quality) => encoder.default(picture as ImageData, { quality, method: 2 }),
    };
  },
};

/** How pictures are written, the best first: what comes next is for those that would become too large. */
const ways: Readonly<Record<ImageType, readonly (readonly [ImageType, quality: number])[]>> = {
  'image/jpeg': [
    ['image/jpeg', 82],
    ['image/jpeg', 60],
    ['image/jpeg', 40],
  ],
  'image/png': [
    ['image/png', 100],
    ['image/jpeg', 82],
    ['image/jpeg', 60],
  ],
  'image/webp': [
    ['image/webp', 80],
    ['image/webp', 60],
    ['image/webp', 40],
  ],
};

/**
 * Decodes a picture and encodes it anew: only its pixels, in at most `mostBytes`. Throws a {@link FileError} if it is
 * not a picture of this type, if it has too many pixels (before decoding), or if it does not become small enough.
 */
export async function cleanImage(
  bytes: Uint8Array,
  mediaType: ImageType,
  mostBytes: number,
): Promise<CleanFile> {
  if (attachmentTypeOf(bytes) !== mediaType) throw new FileError('attachment_type');
  const { width, height } = imageSize(bytes);
  if (width * height > mostPixels) throw new FileError('attachment_too_large');
  const picture = await decoded(bytes, mediaType);
  for (const [type, quality] of ways[mediaType]) {
    const { encode } = await codecs[type]();
    // JPEG knows nothing of what shows through.
    if (type === 'image/jpeg' && mediaType === 'image/png') putOnWhite(picture);
    const written = new Uint8Array(await encode(picture, quality));
    if (written.byteLength <= mostBytes) return { bytes: written, mediaType: type };
  }
  throw new FileError('attachment_too_large');
}

async function decoded(bytes: Uint8Array, mediaType: ImageType): Promise<Picture> {
  if (mediaType === 'image/jpeg' && isFourInks(bytes)) return decodeFourInks(bytes);
  const still = mediaType === 'image/webp' ? firstFrame(bytes) : bytes;
  const { decode } = await codecs[mediaType]();
  return decode(new Uint8Array(still).buffer);
}

function putOnWhite({ data }: Picture): void {
  for (let at = 0; at < data.length; at += 4) {
    const opacity = data[at + 3]! / 255;
    if (opacity === 1) continue;
    for (let colour = at; colour < at + 3; colour++) {
      data[colour] = data[colour]! * opacity + 255 * (1 - opacity);
    }
    data[at + 3] = 255;
  }
}
