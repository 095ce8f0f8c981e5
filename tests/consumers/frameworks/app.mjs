import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { temporaryFolder } from '../../harness/temporary-folder.mjs';
import { root } from '../../harness/tree.mjs';
import { installPacked, run } from '../project.mjs';

const examples = join(root, 'examples/frameworks');

/**
 * The apps, by name: where each is, where its sources are, and the file in `refused` that its checker must not take. Apps
 * have pages, in the folder `output` once they are built; without it there are only types to check.
 */
export const apps = {
  react: { in: examples, sources: 'src', refused: 'jsx.tsx', output: 'dist' },
  vue: { in: examples, sources: 'src', refused: 'template.vue', output: 'dist' },
  svelte: { in: examples, sources: 'src', refused: 'template.svelte', output: 'dist' },
  esbuild: { in: examples, sources: 'src', refused: 'listeners.ts', output: 'dist' },
  next: { in: examples, sources: 'app', refused: 'jsx.tsx' },
  preact: { in: import.meta.dirname, sources: 'src', refused: 'jsx.tsx' },
  'react-18': { in: import.meta.dirname, sources: 'src', refused: 'jsx-18.tsx' },
};

/**
 * A copy of an app outside the repository, with our packages from their tarballs.
 *
 * @param {keyof typeof apps} name
 * @returns {Promise<string>} its folder
 */
export async function installedApp(name) {
  const folder = await temporaryFolder(`${name}-app`);
  const isSource = (path) => !['node_modules', 'dist', 'out', '.next'].includes(basename(path));
  await cp(join(apps[name].in, name), folder, { recursive: true, filter: isSource });
  await installPacked(folder);
  return folder;
}

/** Runs a script of an app's `package.json`. */
export function npmRun(script, folder) {
  return run('npm', ['run', '--silent', script], folder);
}
