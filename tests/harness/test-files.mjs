import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, packageNames, root } from './tree.mjs';

/**
 * Compiled tests of one package whose source still stands: `dist` keeps what a deleted file once
 * compiled to. Paths are relative to the root.
 *
 * @param {string} packageName folder name
 * @param {'node' | 'browser'} kind
 * @returns {string[]}
 */
export function compiledTests(packageName, kind) {
  return filesUnder(`packages/${packageName}/dist`)
    .filter((file) => file.endsWith('.test.js'))
    .filter((file) => file.endsWith('.browser.test.js') === (kind === 'browser'))
    .filter((file) => existsSync(join(root, sourceOf(file))));
}

function sourceOf(compiled) {
  return compiled.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
}

/** Tests for real browsers, of all packages. */
export function browserTests() {
  return packageNames().flatMap((name) => compiledTests(name, 'browser'));
}

/** Tests of the harness, of the checks and of the release itself; they need no build. */
export function harnessTests() {
  return ['tests/harness', 'tests/check', 'release'].flatMap(filesUnder).filter(isTest);
}

/** Tests of packed packages, as their users install them: they run with `npm run test:consumers`. */
export function consumerTests() {
  return filesUnder('tests/consumers').filter(isTest);
}

/** Tests that cross packages: they drive built output and real servers. */
export function crossTests() {
  const others = new Set([...harnessTests(), ...consumerTests()]);
  return filesUnder('tests').filter((file) => isTest(file) && !others.has(file));
}

function isTest(file) {
  return file.endsWith('.test.mjs');
}
