#!/usr/bin/env node
// Writes what editors and frameworks know of the tags into `dist`, out of custom-elements.json: a step of the build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cssData, htmlData, webTypes } from './tags/editor-data.mjs';
import { typings } from './tags/typings.mjs';

const here = (path) => new URL(path, import.meta.url);
const read = (path) => JSON.parse(readFileSync(here(path), 'utf8'));
const manifest = read('custom-elements.json');

mkdirSync(here('dist'), { recursive: true });
writeFileSync(here('dist/tags.d.ts'), typings(manifest));
for (const [file, data] of [
  ['vscode.html-data.json', htmlData(manifest)],
  ['vscode.css-data.json', cssData(manifest)],
  ['web-types.json', webTypes(manifest, read('package.json'))],
]) {
  writeFileSync(here(`dist/${file}`), JSON.stringify(data));
}
