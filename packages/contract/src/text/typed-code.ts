import { plainText } from './typed-text.js';

// Crockford's base 32: no I, L, O or U, so that nothing is misread and no word appears by chance.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `length` characters (5 bits each) of `bytes` in Crockford's base 32. */
export function encodeCode(bytes: Uint8Array, length: number): string {
  let code = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5 && code.length < length) {
      bits -= 5;
      code += alphabet[(value >> bits) & 31];
    }
  }
  if (code.length < length) throw new RangeError(`${length} characters need more bytes`);
  return code;
}

/** A code in groups of four, as it is printed and read aloud: `K7QF-2M9D-XT4P`. */
export function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/** A secret or code whose alphabet only the server knows, without what came along when it was copied or typed in groups. */
export function typedToken(typed: string): string {
  return plainText(typed).replaceAll(' ', '');
}

/**
 * Reads a code that a person typed from paper: in any case, with spaces, hyphens and dots, Arabic digits, O for 0, I or
 * L for 1. Null if it cannot be a code of `length` characters.
 */
export function readTypedCode(typed: string, length: number): string | null {
  const code = plainText(typed)
    .toUpperCase()
    .replace(/[ ._/-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode = code.length === length && [...code].every((letter) => alphabet.includes(letter));
  return isCode ? code : null;
}

/** A proposal's reference, `2026-7K4QM2`, however it was typed; what cannot be one is only cleared of what came along. */
export function typedReference(typed: string): string {
  const [, year, code] = /^(\d{4})(.{6})$/.exec(readTypedCode(typed, 10) ?? '') ?? [];
  return year && code ? `${year}-${code}` : typedToken(typed);
}
