import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SetUpError } from '../harness/set-up-error.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { packageNames, root } from '../harness/tree.mjs';

// Handed to the processes of the suites.
const FOLDER = 'NAFIDA_TARBALLS';

/** Packs every publishable package once, for all suites that this process starts. */
export async function packAll() {
  process.env[FOLDER] = await temporaryFolder('tarballs');
  const workspaces = publishable().flatMap(({ folder }) => ['--workspace', folder]);
  try {
    await promisify(execFile)(
      'npm',
      ['pack', '--loglevel=error', '--pack-destination', process.env[FOLDER], ...workspaces],
      { cwd: root },
    );
  } catch ({ stdout, stderr, message }) {
    throw new SetUpError(`npm pack failed.\n${stdout}${stderr}`.trim() || message);
  }
}

/**
 * The packed packages by their names.
 *
 * @returns {Map<string, string>} absolute paths of tarballs
 */
export function tarballs() {
  const folder = process.env[FOLDER];
  if (!folder) throw new SetUpError('Run this suite with npm run test:consumers.');
  return new Map(
    publishable().map(({ name, version }) => {
      const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
      return [name, join(folder, file)];
    }),
  );
}

function publishable() {
  return packageNames()
    .map((name) => {
      const folder = `packages/${name}`;
      return { folder, ...JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) };
    })
    .filter((manifest) => !manifest.private);
}
