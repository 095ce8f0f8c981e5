// Prepares a release, to be looked at and committed: takes what `.changeset` has gathered into versions and CHANGELOG.md, and
// writes what goes by them. See docs/releasing.md.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageNames, root } from '../tests/harness/tree.mjs';
import { manifestOf, writeAddresses } from './addresses.mjs';

process.chdir(root);
run('node_modules/.bin/changeset', 'version');
for (const name of packageNames()) await writeAddresses(`packages/${name}`);

const { version } = await manifestOf('packages/embed');
run('npm', 'pkg', 'set', `version=${version}`);
await nameScripts(join(root, 'packages/embed/README.md'));
run('npm', 'install', '--package-lock-only');
run('node_modules/.bin/prettier', '--write', '--log-level=warn', 'packages/*/CHANGELOG.md');

/** Pages that copy from the README get the script of the release that it belongs to. */
async function nameScripts(file) {
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(/\b(nafida(?:\.all)?)-\d+\.\d+\.\d+\.js/g, `$1-${version}.js`),
  );
}

function run(program, ...args) {
  execFileSync(program, args, { stdio: 'inherit' });
}
