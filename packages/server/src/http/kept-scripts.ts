import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isNamedByContent, isOfOneRelease } from './public-files.js';

/** How long a page may go on with the scripts it was opened with: longer than browsers keep `nafida.js`. */
const keptMs = 30 * 86_400_000;

const folder = 'nafida';

/**
 * Copies the files that have their content in their name into the data directory, so that pages which were opened, or kept,
 * before an update still find theirs after it; those that no version has brought for a month go. The scripts of a release stay, with
 * all that they load: pages name them by their version.
 *
 * @returns the directory to serve after the others; undefined if none of `directories` holds such files
 */
export async function keepScripts(
  directories: readonly string[],
  data: string,
  now = new Date(),
): Promise<string | undefined> {
  const sources = directories.filter((path) => existsSync(join(path, folder)));
  if (sources.length === 0) return undefined;
  const kept = join(data, 'scripts');
  const target = join(kept, folder);
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const source of sources) {
    for (const name of await readdir(source)) {
      if (isOfOneRelease(`/${name}`)) await keep(join(source, name), join(kept, name), now);
    }
    for (const name of await readdir(join(source, folder))) {
      if (isNamedByContent(`/${folder}/${name}`))
        await keep(join(source, folder, name), join(target, name), now);
    }
  }
  await removeOld(kept, now.getTime() - keptMs);
  return kept;
}

/** Removes what no version has brought since then, in milliseconds since 1970, and no release loads. */
async function removeOld(kept: string, since: number): Promise<void> {
  const old: string[] = [];
  for (const name of await readdir(join(kept, folder))) {
    const { mtimeMs } = await stat(join(kept, folder, name));
    if (mtimeMs < since) old.push(name);
  }
  // The files of all releases are read for it: not at a start that has nothing to remove.
  if (old.length === 0) return;
  const loaded = await loadedByReleases(kept);
  for (const name of old) {
    if (!loaded.has(name.replace(/\.(br|gz)$/, ''))) await rm(join(kept, folder, name));
  }
}

/** The names of all files that the kept scripts of releases load, or may load later. */
async function loadedByReleases(kept: string): Promise<ReadonlySet<string>> {
  const names = (await readdir(kept)).filter((name) => name.endsWith('.js'));
  const loaded = new Set<string>();
  const texts = names.map((name) => join(kept, name));
  for (const path of texts) {
    const text = await readFile(path, 'utf8');
    for (const [name] of text.matchAll(/[\w.-]+-[0-9a-z]{7}\.js/g)) {
      const file = join(kept, folder, name);
      if (loaded.has(name) || !existsSync(file)) continue;
      loaded.add(name);
      texts.push(file);
    }
  }
  return loaded;
}

async function keep(source: string, target: string, now: Date): Promise<void> {
  if (!existsSync(target)) {
    await copyFile(source, target);
    await chmod(target, 0o600);
  }
  // The last time that a version brought it.
  await utimes(target, now, now);
}
