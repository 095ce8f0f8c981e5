import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../tests/harness/tree.mjs';

/**
 * What a package says of where it comes from. The one place for it is the `package.json` of the root: npm signs where a
 * package was built only when both name the same repository.
 *
 * @param {{ repository?: { type: string, url: string }, homepage?: string, bugs?: string }} manifest of the root
 * @param {string} directory of the package, from the root
 * @returns {object | undefined} fields for its `package.json`; undefined while the project has no address
 */
export function addressesOf({ repository, homepage, bugs }, directory) {
  return repository && { repository: { ...repository, directory }, homepage, bugs };
}

/** Writes the addresses of the root into the `package.json` of a package. */
export async function writeAddresses(directory) {
  const addresses = addressesOf(await manifestOf('.'), directory);
  if (!addresses) return;
  const manifest = { ...(await manifestOf(directory)), ...addresses };
  await writeFile(join(root, directory, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The `package.json` of a folder, from the root. */
export async function manifestOf(directory) {
  return JSON.parse(await readFile(join(root, directory, 'package.json'), 'utf8'));
}
