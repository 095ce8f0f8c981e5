import { inGroups, readTypedCode, encodeCode } from '@nafida/contract/typed-code.js';

/** A code such as servers give: `length` characters that are read aloud and typed, in groups of four. */
export function newCode(length: number): string {
  return inGroups(encodeCode(crypto.getRandomValues(new Uint8Array(length)), length));
}

/** Whether `typed` is `code`, however it was typed. */
export function isCode(code: string, typed: string): boolean {
  const letters = code.replaceAll('-', '');
  return readTypedCode(typed, letters.length) === letters;
}
