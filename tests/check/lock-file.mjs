import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A lock written on one machine can lack the optional packages of other platforms; `npm ci` then
 * fails there. It may also name the registry it was written from, which others cannot reach.
 *
 * @returns {string[]} problems of all lock files that are tracked
 */
export function lockFileProblems() {
  return execFileSync('git', ['ls-files', '-z', '*package-lock.json'], { encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
    .flatMap((file) =>
      problemsOf(JSON.parse(readFileSync(file, 'utf8'))).map((problem) => `${file}: ${problem}`),
    );
}

function problemsOf({ packages }) {
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
