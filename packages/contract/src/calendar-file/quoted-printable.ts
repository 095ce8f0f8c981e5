import { decodedAs } from './decode.js';

/** Text of vCalendar 1.0, in which `=0D=0A` ends a line and `=C3=A9` is a letter of `charset`; escaped as in RFC 5545. */
export function decodeQuotedPrintable(value: string, charset = 'utf-8'): string {
  return value
    .replace(/(?:=[0-9A-Fa-f]{2})+/g, (written) => {
      const letters = written.slice(1).split('=');
      const bytes = Uint8Array.from(letters, (letter) => Number.parseInt(letter, 16));
      return decodedAs(charset, bytes) ?? new TextDecoder().decode(bytes);
    })
    .replace(/\r\n?|\n/g, '\\n');
}
