import { CommandError } from '../command-error.js';

// The letters of French, Spanish and English besides ASCII. Other signs show that the bytes mean something else.
const western =
  /^[\p{ASCII}àâäáçéèêëíîïóôöùûüúÿñœæÀÂÄÁÇÉÈÊËÍÎÏÓÔÖÙÛÜÚŸÑŒÆ«»‹›’‘“”„…–—•€£°²³§·ªº\u00A0\u00AD]*$/u;
const arabicWord = /\p{Script=Arabic}{2}/u;
const mixedWord = /\p{Script=Arabic}[a-z]|[a-z]\p{Script=Arabic}/iu;

/**
 * The text of a table as spreadsheets save it: UTF-8 or UTF-16, with or without a byte order mark, or the code pages of
 * French and Arabic Windows if all bytes make sense in one of them. Throws a sentence if they do not.
 */
export function tableText(name: string, bytes: Uint8Array): string {
  const encoding = unicodeOf(bytes);
  const text = decoded(encoding, bytes);
  if (text !== undefined) return text;
  const [french, arabic] = [frenchWindows(bytes), decoded('windows-1256', bytes)];
  if (encoding === 'utf-8' && arabic !== undefined) {
    if (arabicWord.test(arabic) && !mixedWord.test(arabic)) return arabic;
    if (western.test(french)) return french;
  }
  throw new CommandError(
    `${name} is not UTF-8, and its letters cannot be told: save it as "CSV UTF-8" and try again.`,
  );
}

/** Of a Latin letter or a separator UTF-16 writes one byte that is zero; UTF-8 has none in any text. */
function unicodeOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zero = bytes.subarray(0, 1_000).indexOf(0);
  if (zero < 0) return 'utf-8';
  return zero % 2 === 0 ? 'utf-16be' : 'utf-16le';
}

// Node 20 takes windows-1252 for Latin 1, which has no signs here.
const signsFrom80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function frenchWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => signsFrom80[sign.charCodeAt(0) - 0x80]!);
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
