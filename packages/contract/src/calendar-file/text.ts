import { withoutIsolates } from '../text/isolates.js';
import { htmlText, looksLikeHtml } from './html-text.js';
import type { FileProperty } from './structure.js';

/** What a value of type TEXT says, on as many lines as it has; HTML becomes plain text. Empty where there is none. */
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

/** Isolates were put in for programs that show the text; whoever shows it next puts in their own. */
function unescaped(value: string): string {
  return (
    withoutIsolates(value)
      .replace(/\\([\\;,:"nN])/g, (_all, mark: string) => (/n/i.test(mark) ? '\n' : mark))
      .replace(/\r\n?/g, '\n')
      // Nothing that can be shown, and no database takes all of them.
      .replace(/[^\P{Cc}\n\t]/gu, '')
  );
}
