import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/**
 * Compiled tests of the packages whose source still stands: `dist` keeps what a deleted file once
 * compiled to. Paths are relative to the root.
 *
 * @param {'node' | 'browser'} kind
 * @returns {string[]}
 */
export function compiledTests(kind) {
  return readdirSync(join(root, 'packages')).flatMap((name) => {
    const dist = join(root, 'packages', name, 'dist');
    return filesUnder(dist)
      .filter((file) => file.endsWith('.test.js'))
      .filter((file) => file.endsWith('.browser.test.js') === (kind === 'browser'))
      .filter((file) => existsSync(join(dist, '../src', file.replace(/\.js$/, '.ts'))))
      .map((file) => join('packages', name, 'dist', file));
  });
}

/** Tests that cross packages: they drive built output and real servers. Paths are relative to the root. */
export function crossTests() {
  const tests = join(root, 'tests');
  return filesUnder(tests)
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => join('tests', file));
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
}
