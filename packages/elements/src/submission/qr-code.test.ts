import jsqr from 'jsqr';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qrPath } from './qr-code.js';

/** Pixels a square of the code is wide. */
const scale = 3;

/** What another library reads from the drawing; null when it finds no code. */
function readBack({ size, path }: ReturnType<typeof qrPath>): string | null {
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (
        let column = Number(x) * scale;
        column < (Number(x) + Number(length)) * scale;
        column += 1
      )
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return jsqr.default(pixels, width, width)?.data ?? null;
}

for (const text of [
  'K7QF-2M9D',
  'K7QF-2M9D-XT4P-8RWC',
  'https://berkane.example/ar/suivi?reference=2026-000123',
  'تسجيل ⴱⴻⵔⴽⴰⵏ',
]) {
  test(`another library reads "${text}" from the drawn code`, () => {
    assert.equal(readBack(qrPath(text)), text);
  });
}
