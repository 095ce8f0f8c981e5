/** Letters that readers take for one another and Unicode does not decompose; an empty string: not heard at all. */
const sameAs: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ݣ: 'ك',
  ڤ: 'ف',
  ڥ: 'ف',
  پ: 'ب',
  ء: '',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
};

const folded = new RegExp(`[${Object.keys(sameAs).join('')}]`, 'g');

// Tashkeel and accents (hamza and madda too, once decomposed), tatweel, joiners and direction marks.
const unheard = /[\p{M}\p{Lm}\p{Cf}]/gu;

const elidedArticle = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['’](?=\p{L})/gu;

// With the one-letter words that Arabic writes onto it: والورشة, بالجماعة, للمواطن. Whole, so that الألعاب and ألعاب meet.
const arabicArticle = /^(?:(?:[وفبك]?ال|و?لل)(?=...))+/;

const longestWord = 60;

/**
 * The words by which `text` is searched, each once, folded so that spellings people take for the same are the same:
 * hamza, alef and taa marbuta, tashkeel, accents, capitals, the article, Arabic-Indic digits. Every server and
 * every page folds with this one function, so all of them find the same sessions.
 */
export function searchWords(text: string): string[] {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(elidedArticle, ' ')
    .replace(unheard, '')
    .replace(folded, (letter) => sameAs[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  const words = (letters.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.replace(arabicArticle, '').slice(0, longestWord),
  );
  return [...new Set(words)];
}

/** Whether each of the words `asked` for begins one of `words`; both come from {@link searchWords}. */
export function hasWords(words: readonly string[], asked: readonly string[]): boolean {
  return asked.every((beginning) => words.some((word) => word.startsWith(beginning)));
}
