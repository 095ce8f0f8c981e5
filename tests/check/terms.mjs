import { VALUE } from './texts.mjs';

const PARTICLES = '(?:[وف]?(?:ال|لل|[بلك]ال|[بلك])?)';
const isArabic = (form) => /\p{Script=Arabic}/u.test(form);

/**
 * The terms of `docs/terms.md`.
 *
 * @param {string} page Markdown
 * @returns {{ used: { language: string, form: string }[], refused: { language: string, form: string }[] }}
 */
export function termsOf(page) {
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([concept]) => concept !== 'Concept' && !concept.startsWith('---'));
  const used = rows.flatMap(([, ar, fr, en]) =>
    Object.entries({ ar, fr, en }).flatMap(([language, cell]) =>
      formsOf(cell).map((form) => ({ language, form })),
    ),
  );
  return { used, refused: rows.flatMap((row) => formsOf(row[4]).map(refusedForm)) };
}

const formsOf = (cell) => cell.split(' / ').filter((form) => form !== '');

function refusedForm(cell) {
  const [, form, isEnglish] = /^(.*?)( \(en\))?$/.exec(cell);
  return { language: isEnglish ? 'en' : isArabic(form) ? 'ar' : 'fr', form };
}

/** Finds a form as a word of its own, whatever its case; an Arabic one also behind joined particles. */
export function patternOf(form) {
  const before = isArabic(form) ? `(?<![\\p{L}\\p{M}])${PARTICLES}` : '(?<!\\p{L})';
  const word = form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${before}${word}(?![\\p{L}\\p{M}])`, 'iu');
}

const RULES = {
  fr: [
    [/ [:;!?%»]|« /, 'an ordinary space beside a mark'],
    [/\u00a0[;!?%]/, 'a wide no-break space where the narrow one stands'],
    [/\u202f[:»]|«\u202f/, 'a narrow space before a colon or inside guillemets'],
    [/[\p{L}\p{N})]([;!?%»](?!\p{L})|:(?=\s|$))|«(?!\u00a0)/u, 'no space beside a mark'],
    [/'/, 'a straight apostrophe'],
    [new RegExp(`[\\d${VALUE}] ?h(?![\\p{L}])`, 'u'), 'an hour that can break'],
  ],
  ar: [
    [/[,;?]/, 'a Latin mark'],
    [/[٠-٩۰-۹]/, 'a digit other than 0 to 9'],
    [/\u064B/, 'a tanwin on alif'],
    [/\s[:؛؟،.!]/, 'a space before a mark'],
    [/%\s*\d|[\d\uFFFC]\s%/, 'a space between number and percent'],
  ],
  en: [[/[\p{L}]'[\p{L}]/u, 'a straight apostrophe']],
};

/** What of a text breaks the typography of its language; empty where nothing does. */
export function typographyIssues({ language, text }) {
  const rules = [...RULES[language], [/\.\.\./, 'three dots for an ellipsis']];
  return rules.filter(([pattern]) => pattern.test(text)).map(([, issue]) => issue);
}

/**
 * Sentences of the catalogues that are one in a language and several in another, for one key each.
 *
 * @returns {string[]} problems
 */
export function partedSentences(texts) {
  const byKey = new Map();
  for (const { file, key, language, text } of texts) {
    const [, module] = /^(.*)\.(?:ar|fr|en)\.ts$/.exec(file) ?? [];
    if (module === undefined) continue;
    const id = `${module}${key.replace(/^\.(?:arabic|french|english)/, '')}`;
    const entry = byKey.get(id) ?? { ar: [], fr: [], en: [] };
    entry[language].push(text);
    byKey.set(id, entry);
  }
  // Where several literals share a key, nothing says which of them correspond.
  const entries = [...byKey].filter(([, each]) =>
    Object.values(each).every((said) => said.length === 1),
  );
  const first = new Map();
  const problems = [];
  for (const [id, { ar, fr, en }] of entries) {
    for (const [from, to] of [
      [ar, fr],
      [fr, ar],
      [en, ar],
      [en, fr],
    ]) {
      if (!/[.?:]$/.test(from[0])) continue;
      const pair = `${from[0]}${[ar, fr].indexOf(to)}`;
      const known = first.get(pair) ?? { id, said: to[0] };
      first.set(pair, known);
      if (known.said !== to[0]) {
        problems.push(`«${from[0]}» is «${known.said}» in ${known.id}, «${to[0]}» in ${id}`);
      }
    }
  }
  return problems;
}
