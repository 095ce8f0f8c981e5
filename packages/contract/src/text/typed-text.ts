// Marks of direction, joiners, soft hyphens and selectors of variants: they come along when a text is copied.
const invisible = /[\p{Cf}\u034F\uFE00-\uFE0F]/gu;
const hyphens = /[\p{Pd}\u2043\u2212]/gu;

/**
 * A short text (a number, an address, a code) as a person meant it: without marks that nobody sees, full-width letters
 * and every kind of hyphen and of space written as the usual ones.
 */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `text` with figures from an Arabic or a Persian keyboard written as the others. */
export function latinDigits(text: string): string {
  // Both rows of figures begin where the last four bits are zero.
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** {@link bareText} with {@link latinDigits}. */
export function plainText(text: string): string {
  return latinDigits(bareText(text));
}
