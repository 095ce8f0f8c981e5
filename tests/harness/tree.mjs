import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The repository's folder, absolute. */
export const root = join(import.meta.dirname, '../..');

/** @returns {string[]} folder names of the workspaces under `packages/` */
export function packageNames() {
  return readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** @returns {string[]} those of them that are compiled; the others are programs in JavaScript */
export function compiledPackageNames() {
  return packageNames().filter((name) => existsSync(join(root, 'packages', name, 'tsconfig.json')));
}

/**
 * @param {string} folder relative to the root; need not exist
 * @returns {string[]} its files at any depth, relative to the root, without node_modules
 */
export function filesUnder(folder) {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
}
