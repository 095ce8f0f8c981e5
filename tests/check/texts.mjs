import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesUnder, root } from '../harness/tree.mjs';

/** Stands where a sentence takes a value. */
export const VALUE = '\uFFFC';

const LANGUAGES = new Map(
  Object.entries({ ar: 'ar', arabic: 'ar', fr: 'fr', french: 'fr', en: 'en', english: 'en' }),
);
const SHOWN_ATTRIBUTES = /\s(?:alt|aria-label|hint|label|placeholder|title)="([^"]*)"/g;

/**
 * All that people read in Arabic, French and English: catalogues, mails, feeds and the demonstration. Read from the
 * source, so that no text is left out because nobody called the function that says it. Proposals of the demonstration
 * are words of citizens, and not among them.
 *
 * @returns {{ file: string, language: 'ar' | 'fr' | 'en', key: string, text: string }[]}
 */
export function writtenTexts() {
  const sources = filesUnder('packages').filter(
    (file) =>
      /^packages\/[^/]+\/src\/.*\.ts$/.test(file) &&
      !/\.test\.ts$|\/testing\/|\.data\.ts$/.test(file),
  );
  const demonstration = filesUnder('examples/plain-html');
  return [
    ...sources.flatMap((file) => textsOfSource(file, read(file))),
    ...demonstration.filter(isJson).flatMap((file) => textsOfJson(file, JSON.parse(read(file)))),
    ...demonstration.filter(isPage).flatMap((file) => textsOfPage(file, read(file))),
  ];
}

const read = (file) => readFileSync(join(root, file), 'utf8');
const isJson = (file) => file.endsWith('.json') && !file.endsWith('package.json');
const isPage = (file) => /\/(ar|fr)\/[^/]+\.html$/.test(file);

/** The literals of a module whose language is known: by the name of the file, or of the list that they stand in. */
export function textsOfSource(file, source) {
  const ofFile = /\.(ar|fr|en)\.ts$/.exec(file)?.[1];
  const texts = [];
  const visit = (node, language, key) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    const name = namedBy(node);
    const inside = LANGUAGES.get(name) ?? language;
    const path = name === undefined ? key : `${key}.${name}`;
    const text = textOf(node);
    if (text !== undefined && inside) texts.push({ file, language: inside, key: path, text });
    ts.forEachChild(node, (child) => visit(child, inside, path));
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true), ofFile, '');
  return texts;
}

function namedBy(node) {
  const isNamed =
    ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isMethodDeclaration(node);
  if (ts.isCaseClause(node) && ts.isStringLiteral(node.expression)) return node.expression.text;
  return isNamed && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))
    ? node.name.text
    : undefined;
}

function textOf(node) {
  if (isCompared(node)) return undefined;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => VALUE + literal.text).join('');
}

/** What a value is compared with is a name in the code. */
function isCompared({ parent }) {
  if (!parent) return false;
  if (ts.isCaseClause(parent)) return true;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken
  );
}

function textsOfJson(file, value, key = '') {
  return Object.entries(value ?? {}).flatMap(([name, inner]) => {
    const language = LANGUAGES.get(name);
    if (typeof inner === 'string') return language ? [{ file, language, key, text: inner }] : [];
    return typeof inner === 'object' ? textsOfJson(file, inner, `${key}.${name}`) : [];
  });
}

function textsOfPage(file, html) {
  const [, language] = /\/(ar|fr)\/[^/]+$/.exec(file);
  const shown = html.replaceAll(/<(script|style)\b.*?<\/\1>|<!--.*?-->/gs, '');
  const ofAttributes = [...shown.matchAll(SHOWN_ATTRIBUTES)].map((match) => match[1]);
  const ofText = shown.split(/<[^>]*>/).map((text) => text.trim().replaceAll(/[ \n]+/g, ' '));
  return [...ofAttributes, ...ofText]
    .filter((text) => text !== '')
    .map((text) => ({ file, language, key: '', text }));
}
