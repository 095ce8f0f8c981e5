import { withoutIsolates } from '../text/isolates.js';
import { htmlText, looksLikeHtml } from './html-text.js';
import type { FileProperty } from './structure.js';

/** The text of a value of type TEXT, with its lines; HTML becomes plain text. Empty if there is no text. */
export function textOf(property: FileProperty | undefined): string {
  const text = unescaped(property?.value ?? '');
  const isHtml = /html/i.test(property?.parameters.get('FMTTYPE') ?? '') || looksLikeHtml(text);
  return (isHtml ? htmlText(text) : text).trim();
}

/** The same on one line. */
export function lineOf(property: FileProperty | undefined): string {
  return textOf(property).replace(/\s+/g, ' ');
}

/** The values of a list of texts; `divider` is a semicolon in vCalendar 1.0. */
export function textsOf({ value }: FileProperty, divider = ','): string[] {
  const texts = value.match(divider === ',' ? /(?:\\.|[^\\,])+/g : /(?:\\.|[^\\;])+/g) ?? [];
  return texts.map((text) => unescaped(text).trim()).filter(Boolean);
}

/** Removes isolates, which an earlier program added to show the text; the next one adds its own. */
function unescaped(value: string): string {
  return (
    withoutIsolates(value)
      .replace(/\\([\\;,:"nN])/g, (_all, mark: string) => (/n/i.test(mark) ? '\n' : mark))
      .replace(/\r\n?/g, '\n')
      // Nothing that can be shown, and no database takes all of them.
      .replace(/[^\P{Cc}\n\t]/gu, '')
  );
}
