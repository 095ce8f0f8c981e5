// What a tag draws, read out of the sources: its own parts, nested tags, variables of its own, and the states it takes.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../src', import.meta.url));
const sources = new Map();

/**
 * Parts, nested tags without `exportparts`, `--nafida-*` variables and custom states of all that a tag loads, now or later.
 *
 * @param {string} tag without `nafida-`
 */
export function drawnBy(tag) {
  const drawn = {
    parts: new Set(),
    nested: new Set(),
    unexported: new Set(),
    variables: new Set(),
    states: new Set(),
  };
  for (const path of filesOf(`${tag}/${tag}-element.ts`)) {
    const source = sourceOf(path);
    for (const [, name] of source.text.matchAll(/var\(\s*(--nafida-[\w-]+)/g)) {
      drawn.variables.add(name);
    }
    visit(source, (node) => {
      if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText())) {
        readTemplate(markupOf(node.template), path, drawn);
      }
      const state = stateOf(node, path);
      if (state) drawn.states.add(state);
    });
  }
  return drawn;
}

/** A template as text, `…` for each of its expressions. */
function markupOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.rawText;
  return [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    .map(({ rawText }) => rawText)
    .join('…');
}

function readTemplate(markup, path, { parts, nested, unexported }) {
  for (const [, quoted, bare] of markup.matchAll(/\spart=(?:"([^"]*)"|([^\s>"]+))/g)) {
    // What is counted together, such as the state of a day, is said beside the part that is always there.
    const names = (quoted ?? bare).split(/\s+/).filter((name) => !name.includes('…'));
    if (names.length === 0)
      throw new Error(`${path}: write the name of the part before "${quoted ?? bare}"`);
    for (const name of names) parts.add(name);
  }
  for (const [, tag, attributes] of markup.matchAll(/<nafida-([\w-]+)([^>]*(?:=>[^>]*)*)/g)) {
    nested.add(tag);
    if (!attributes.includes('exportparts=')) unexported.add(`${path}: <nafida-${tag}>`);
  }
}

/** The name of the custom state that a call sets: `#setState('open', …)`, `states.add('open')`. */
function stateOf(node, path) {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText();
  if (!/(?:\.#setState|\bstates\.(?:add|toggle))$/.test(callee)) return undefined;
  const [name] = node.arguments;
  if (ts.isStringLiteral(name)) return name.text;
  // It hands on the names that it is called with.
  const method = ts.findAncestor(node, ts.isMethodDeclaration);
  if (method?.name.getText() === '#setState') return undefined;
  throw new Error(`${path}: write the name of the state in place of "${name.getText()}"`);
}

/** A file and all that it imports, types aside, up to what defines other tags. */
function filesOf(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  visit(sourceOf(path), (node) => {
    const to = importOf(node);
    if (!to?.startsWith('.')) return;
    const next = relative(src, join(src, dirname(path), to.replace(/\.js$/, '.ts')));
    const definesAnother =
      /(?:^|\/)define\.ts$|-element\.ts$/.test(next) && !next.startsWith('foundation/');
    if (!definesAnother && existsSync(join(src, next))) filesOf(next, found);
  });
  return found;
}

function importOf(node) {
  if (ts.isImportDeclaration(node)) {
    return node.importClause?.isTypeOnly ? undefined : node.moduleSpecifier.text;
  }
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier?.text;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0].text;
  }
  return undefined;
}

/** @param {string} path in `src` */
export function sourceOf(path) {
  if (!sources.has(path)) {
    const text = readFileSync(join(src, path), 'utf8');
    sources.set(path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  }
  return sources.get(path);
}

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
