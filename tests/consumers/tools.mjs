import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './project.mjs';

const folder = join(import.meta.dirname, 'tools');

/**
 * Installs the compilers and checkers that only these suites need, unless they are there: they are no part of the root's
 * `npm ci`.
 */
export async function installTools() {
  const stamp = join(folder, 'node_modules/.nafida-lock.json');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], folder);
  writeFileSync(stamp, lock);
}

/**
 * @param {string} name package of `tools/package.json`
 * @returns {string} its folder, absolute
 */
export function tool(name) {
  return join(folder, 'node_modules', name);
}
