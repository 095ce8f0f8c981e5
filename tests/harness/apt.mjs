import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian packages are installed only where nobody has to be asked: as root, on a Debian-like system. */
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

let listsAreFresh = false;

/**
 * Installs Debian packages without a question; returns whether it worked.
 * Says on stderr what it does, because it can take a minute.
 *
 * @param {...string} packages
 * @returns {boolean}
 */
export function aptInstall(...packages) {
  if (!canInstall) return false;
  console.error(`Installing ${packages.join(', ')} …`);
  if (!listsAreFresh) listsAreFresh = aptGet('update', '-qq');
  return aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) console.error(String(stderr).trim());
  return status === 0;
}
