// What is built from the compiled packages, side by side: the two bundles and what packages build by themselves need
// nothing of each other. `--without-one` leaves out the bundle in one file. Ends with an error when one of them fails.
import { spawn } from 'node:child_process';
import { root } from './tree.mjs';

const rollup = ['node_modules/.bin/rollup', '-c'];
const withoutOne = process.argv.includes('--without-one');
const steps = [
  { command: rollup, env: { BUNDLE: 'chunks' } },
  ...(withoutOne ? [] : [{ command: rollup, env: { BUNDLE: 'one' } }]),
  { command: ['npm', 'run', 'build', '--workspaces', '--if-present'], env: {} },
];

const run = ({ command: [program, ...args], env }) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });

const failed = (await Promise.all(steps.map(run))).some((status) => status !== 0);
process.exit(failed ? 1 : 0);
