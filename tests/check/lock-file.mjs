import { readFile } from 'node:fs/promises';

/**
 * A lock written on one machine can lack the optional packages of other platforms; `npm ci` then
 * fails there. It may also name the registry it was written from, which others cannot reach.
 *
 * @returns {Promise<string[]>} problems
 */
export async function lockFileProblems() {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const problems = [];
  for (const [path, { optionalDependencies = {}, resolved = '' }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      if (!packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]) {
        problems.push(`${path} may need ${name}, which the lock lacks: npm ci fails elsewhere`);
      }
    }
    if (/^https?:/.test(resolved)) problems.push(`${path} names a registry: ${resolved}`);
  }
  return problems;
}
