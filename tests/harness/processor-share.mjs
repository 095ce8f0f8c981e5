import { existsSync } from 'node:fs';
import { aptInstall } from './apt.mjs';
import { startChild } from './child-processes.mjs';
import { SetUpError } from './set-up-error.mjs';

const CPULIMIT = '/usr/bin/cpulimit';

/**
 * Holds a process to a share of one processor from now on, as a small rented machine would.
 *
 * @param {number} pid
 * @param {number} percent of one processor
 * @throws {SetUpError} where cpulimit is missing and cannot be installed
 */
export function holdToShare(pid, percent) {
  if (!existsSync(CPULIMIT) && !aptInstall('cpulimit')) {
    throw new SetUpError('No cpulimit found: install it.');
  }
  const limits = ['--pid', String(pid), '--limit', String(percent), '--lazy'];
  startChild(CPULIMIT, limits, { stdio: 'ignore' });
}
