import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

const SETPRIV = '/usr/bin/setpriv';
// Has the kernel end the child with its parent, even when the parent had no chance to.
const ENDED_BY_KERNEL = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'KILL', '--'] : [];

const running = new Set();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
// Without a listener a signal ends Node before its 'exit' listeners run, and the children would stay.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => process.exit(1));
}

/**
 * Starts a child process that never outlives this one, whichever way this one ends (on systems
 * without setpriv: short of SIGKILL).
 *
 * @param {string} program absolute path
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(program, args, options) {
  const [command, ...rest] = [...ENDED_BY_KERNEL, program, ...args];
  const child = spawn(command, rest, options);
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Sends a signal and waits for the end, with SIGKILL after the grace time.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ signal?: NodeJS.Signals, graceMs?: number }} [options]
 */
export async function endProcess(child, { signal = 'SIGTERM', graceMs = 10_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}
