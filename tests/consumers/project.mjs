import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { tarballs } from './packages.mjs';

/**
 * An empty project outside the repository.
 *
 * @param {string} name
 * @param {Record<string, string>} dependencies by name; the version of what is ours is that of the tarballs
 * @param {{ isolated?: boolean }} [options] see {@link installPacked}
 * @returns {Promise<string>} its folder
 */
export async function emptyProject(name, dependencies, options) {
  const folder = await temporaryFolder(name);
  const manifest = { name, private: true, type: 'module', dependencies };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await installPacked(folder, options);
  return folder;
}

/**
 * Installs what a project's `package.json` asks for, and takes every package of ours from its tarball.
 *
 * @param {string} folder of the project; its `package.json` is rewritten
 * @param {{ isolated?: boolean }} [options] `isolated`: a package finds what it names as its dependency and nothing
 *   else, as under pnpm
 */
export async function installPacked(folder, { isolated = false } = {}) {
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  const ours = Object.fromEntries([...tarballs()].map(([name, file]) => [name, `file:${file}`]));
  for (const asked of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(asked ?? {})) if (ours[name]) asked[name] = ours[name];
  }
  // What our packages need of each other is not on the registry either.
  manifest.overrides = { ...manifest.overrides, ...ours };
  await writeFile(path, JSON.stringify(manifest, null, 2));
  const layout = isolated ? ['--install-strategy=linked'] : [];
  await run('npm', ['install', '--loglevel=error', '--no-audit', '--no-fund', ...layout], folder);
}

/**
 * Runs a command to its end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {string} folder where it runs
 * @returns {Promise<string>} what it wrote
 * @throws {Error} with what it wrote when it fails
 */
export async function run(program, args, folder) {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (cause) {
    const { stdout, stderr, message } = cause;
    const said = `${stdout}${stderr}`.trim() || message;
    throw new Error(`${program} ${args.join(' ')}\n${said}`, { cause });
  }
}
