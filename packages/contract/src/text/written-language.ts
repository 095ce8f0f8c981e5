import type { Locale } from './locale.js';

type Script = 'Arabic' | 'Latin' | 'Tifinagh';

const letters: Readonly<Record<Script, RegExp>> = {
  Arabic: /\p{Script=Arabic}/gu,
  Latin: /\p{Script=Latin}/gu,
  Tifinagh: /\p{Script=Tifinagh}/gu,
};

/** The scripts that each language is written in; Amazigh is written in all three. */
const scriptsOf: Readonly<Record<Locale, readonly Script[]>> = {
  ar: ['Arabic'],
  fr: ['Latin'],
  en: ['Latin'],
  zgh: ['Tifinagh', 'Latin', 'Arabic'],
};

const usual: Readonly<Record<Script, Locale>> = { Arabic: 'ar', Latin: 'fr', Tifinagh: 'zgh' };

/**
 * The language of `text` by its letters: `stated`, the language of the page or of the sheet of paper, unless most
 * letters are of a script that this language does not use. People write French on Arabic pages, and Arabic on French
 * ones.
 */
export function writtenLanguage(text: string, stated: Locale): Locale {
  const found = (Object.keys(letters) as Script[]).filter(
    (name) => text.search(letters[name]) >= 0,
  );
  let script = found[0];
  let most = 0;
  // Counting is for the few that mix them.
  for (const name of found.length > 1 ? found : []) {
    const count = text.match(letters[name])!.length;
    if (count > most) [script, most] = [name, count];
  }
  return script === undefined || scriptsOf[stated].includes(script) ? stated : usual[script];
}
