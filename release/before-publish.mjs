// Refuses to publish a package that does not say where it comes from: its `prepublishOnly`. A dry run is only told.
import { isDeepStrictEqual } from 'node:util';
import { relative } from 'node:path';
import { root } from '../tests/harness/tree.mjs';
import { addressesOf, manifestOf } from './addresses.mjs';

const directory = relative(root, process.cwd());
const expected = addressesOf(await manifestOf('.'), directory);
const { repository, homepage, bugs } = await manifestOf(directory);

if (!expected || !isDeepStrictEqual({ repository, homepage, bugs }, expected)) {
  console.error(
    expected
      ? 'Run npm run release:prepare: the package does not name the repository as the root does.'
      : 'Name repository, homepage and bugs in the package.json of the root: the project has no address yet.',
  );
  process.exitCode = process.env.npm_config_dry_run === 'true' ? 0 : 1;
}
