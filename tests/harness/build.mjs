import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpError } from './set-up-error.mjs';
import { compiledPackageNames, filesUnder, root } from './tree.mjs';

const STAMP = join(root, '.cache/build-inputs');
const ROOT_INPUTS = ['package-lock.json', 'rollup.config.mjs', 'tsconfig.base.json'];

/**
 * Compiles TypeScript where it changed.
 *
 * @param {string} [project] folder with a tsconfig.json; the whole repository without it
 * @returns {boolean} whether all of it compiles; the compiler's words are on stdout by then
 */
export function compile(project = '.') {
  return spawn(['node_modules/.bin/tsc', '-b', project], 'inherit').status === 0;
}

/**
 * Builds everything a user gets (`npm run build`), unless nothing it is made from has changed since.
 *
 * @param {{ quiet?: boolean, withoutOne?: boolean }} [options] `quiet` keeps the build's words for the error;
 *   `withoutOne` leaves out the bundle in one file, which most pages never load
 * @throws {SetUpError} when the build fails
 */
export function buildAll({ quiet = false, withoutOne = false } = {}) {
  const inputs = fingerprint();
  const asked = withoutOne ? `${inputs} without one` : inputs;
  if (isBuiltFrom(inputs) || isBuiltFrom(asked)) return;
  const { status, stdout, stderr } = spawn(
    ['npm', 'run', 'build', '--silent', ...(withoutOne ? ['--', '--without-one'] : [])],
    quiet ? 'pipe' : 'inherit',
  );
  if (status !== 0) throw new SetUpError(`npm run build failed.\n${stdout ?? ''}${stderr ?? ''}`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(STAMP, asked);
}

function isBuiltFrom(inputs) {
  return (
    compiledPackageNames().every((name) => existsSync(join(root, 'packages', name, 'dist'))) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === inputs
  );
}

/** Changes when any file that the build reads does, judged as make does: by size and time. */
function fingerprint() {
  const sources = compiledPackageNames().flatMap((name) =>
    filesUnder(`packages/${name}`).filter((file) => !/\/dist\/|\.tsbuildinfo$/.test(file)),
  );
  const hash = createHash('sha256');
  for (const file of [...ROOT_INPUTS, ...sources]) {
    const { size, mtimeMs } = statSync(join(root, file), { throwIfNoEntry: false }) ?? {};
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function spawn([program, ...args], stdio) {
  return spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio });
}
