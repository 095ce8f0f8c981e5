/** Text of a file, and what had to be supposed to read it. */
export interface DecodedText {
  readonly text: string;
  readonly remark?: string;
}

/**
 * The text of `bytes`: UTF-8, UTF-16, or the charset in `charset`, as in an HTTP header. Without a charset, three
 * letters together show whether it is Arabic (windows-1256) or French (windows-1252).
 */
export function decodeText(bytes: Uint8Array, charset?: string | null): DecodedText {
  const wide = wideCharset(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes) };
  const text =
    decodedAs('utf-8', bytes) ??
    // RFC 5545 has seen programs fold a line inside a letter.
    decodedAs('utf-8', unfolded(bytes));
  if (text !== undefined) return { text };
  // A header that says UTF-8 has just been found wrong.
  const told = charset && !/^utf-?8$/i.test(charset) ? decodedAs(charset, bytes) : undefined;
  if (told !== undefined) return { text: told };
  const guessed = hasArabicWords(bytes) ? 'windows-1256' : 'windows-1252';
  return {
    text: decodedAs(guessed, bytes) ?? new TextDecoder().decode(bytes),
    remark: `it is not UTF-8 and is read as ${guessed}: look at its accents and Arabic letters, or save it as UTF-8.`,
  };
}

/** `bytes` in a charset; undefined if they are not, or if the charset is unknown. */
export function decodedAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withMarksOfWindows(text) : text;
  } catch {
    return undefined;
  }
}

const marksOfWindows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Replaces the control characters of Latin 1 by the marks of Windows, such as the apostrophe ’. Node does not replace
 * them (https://github.com/nodejs/node/issues/56542), and pages write `&#146;`.
 */
export function withMarksOfWindows(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (mark) => marksOfWindows[mark.charCodeAt(0) - 0x80]!);
}

/** UTF-16 begins with a byte order mark, or has a zero beside each of its first letters, which are Latin in every calendar. */
function wideCharset([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be';
  return undefined;
}

const [tab, lineFeed, carriageReturn, blank] = [0x09, 0x0a, 0x0d, 0x20];

function unfolded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const end = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 1 : at;
    const isEnd = bytes[end] === lineFeed || bytes[end] === carriageReturn;
    if (isEnd && (bytes[end + 1] === blank || bytes[end + 1] === tab)) at = end + 1;
    else whole[length++] = bytes[at]!;
  }
  return whole.subarray(0, length);
}

/** French has one accent at a time, now and then two; an Arabic word is nothing but letters beyond ASCII. */
function hasArabicWords(bytes: Uint8Array): boolean {
  let run = 0;
  return bytes.some((byte) => (run = byte < 0x80 ? 0 : run + 1) === 3);
}
