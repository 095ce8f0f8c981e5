import { decode } from 'jpeg-js';
import type { Picture } from './picture.js';

/** The memory limit of the decoder, in megabytes. */
const mostMemoryMb = 400;

/** Whether a JPEG is made of four inks (CMYK), as programs for printing write them: the usual codec reads none. */
export function isFourInks(bytes: Uint8Array): boolean {
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff;) {
    const code = bytes[at + 1]!;
    const isFrame = code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
    if (isFrame) return bytes[at + 9] === 4;
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
  }
  return false;
}

/** The picture in the colours of a screen. */
export function decodeFourInks(bytes: Uint8Array): Picture {
  const { data, width, height } = decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: false,
    maxMemoryUsageInMB: mostMemoryMb,
  });
  return { data: new Uint8ClampedArray(data), width, height };
}
