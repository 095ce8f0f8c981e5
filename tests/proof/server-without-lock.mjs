import assert from 'node:assert/strict';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { root } from '../harness/tree.mjs';

const lock = '.forUpdate()';

/**
 * A copy of the compiled server in which nobody waits for the session's row: what the proofs must notice. The product
 * has no such switch.
 *
 * @returns {Promise<string>} path of its program
 */
export async function serverWithoutLock() {
  const folder = await temporaryFolder('without-lock');
  const copy = join(folder, 'server');
  await mkdir(copy);
  for (const part of ['bin', 'dist', 'package.json']) {
    await cp(join(root, 'packages/server', part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const file = join(copy, 'dist/sessions/seats.js');
  const source = await readFile(file, 'utf8');
  assert.equal(source.split(lock).length, 2, `seats.js takes its lock in one place: ${lock}`);
  await writeFile(file, source.replace(lock, ''));
  return join(copy, 'bin/nafida-server.mjs');
}
