import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../harness/tree.mjs';
import { sourceModules } from './modules.mjs';

/**
 * Every export has a doc comment. Generated files (`*.data.ts`) say at their head where they come from.
 *
 * @returns {string[]} problems
 */
export function docCommentProblems() {
  return sourceModules()
    .filter((file) => !file.endsWith('.data.ts'))
    .flatMap((file) => undocumentedIn(file, readFileSync(join(root, file), 'utf8')));
}

/** @returns {string[]} exported names of one source without a doc comment, with their line */
export function undocumentedIn(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((node) => isExported(node) && ts.getJSDocCommentsAndTags(node).length === 0)
    .map((node) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      return `${file}:${line + 1} has no doc comment: ${nameOf(node)}`;
    });
}

function isExported(node) {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function nameOf(node) {
  return (node.name ?? node.declarationList.declarations[0].name).getText();
}
