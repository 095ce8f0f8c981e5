import { isolated } from '@nafida/contract';
import type { MailLanguage } from './session-mail-texts.js';

const arabicLetter = /\p{Script=Arabic}/u;
const otherLetterOrDigit = /\p{N}|(?!\p{Script=Arabic})\p{L}/u;

/**
 * How a value is put into a sentence of the language: isolated wherever it could be turned around or turn the sentence.
 * Every value in a sentence passes here. A value on a line of its own stays bare: mail programs take the direction of
 * the line from its first letter, and look for none inside isolates.
 */
export function inserting(language: MailLanguage): (value: string) => string {
  const other = language === 'ar' ? otherLetterOrDigit : arabicLetter;
  return (value) => (other.test(value) ? isolated(value) : value);
}

/**
 * An address of the web at the end of its line, which ends the isolate: a closing mark would be taken for a part of the
 * address by programs that make links.
 */
export function insertedAddress(url: string): string {
  return `\u2066${url}`;
}
