import { warnOnce } from './page/warn-once.js';

/** Level of an element's own heading where the page asks for none: right under the title of the page. */
export const defaultHeadingLevel = 2;

/** What an element with a heading has of `heading-level`. */
interface WithHeading {
  readonly localName: string;
  readonly headingLevel: string | number | null;
}

/** The level that `heading-level` asks for, 1 to 6; one that makes no sense is named in the console and left aside. */
export function headingLevelOf({ localName, headingLevel }: WithHeading): number {
  if (headingLevel === null || headingLevel === '') return defaultHeadingLevel;
  if (/^[1-6]$/.test(String(headingLevel))) return Number(headingLevel);
  warnOnce(localName, 'heading-level', `"${headingLevel}" is not a number from 1 to 6.`);
  return defaultHeadingLevel;
}
