import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isNamedByContent } from './public-files.js';

/** How long a page may go on with the scripts it was opened with: longer than browsers keep `nafida.js`. */
const keptMs = 30 * 86_400_000;

const folder = 'nafida';

/**
 * Copies the files that have their content in their name into the data directory, so that pages which were opened, or kept,
 * before an update still find theirs after it; those that no version has brought for a month go.
 *
 * @returns the directory to serve after the others; undefined where none of `directories` holds such files
 */
export async function keepScripts(
  directories: readonly string[],
  data: string,
  now = new Date(),
): Promise<string | undefined> {
  const sources = directories.map((path) => join(path, folder)).filter((path) => existsSync(path));
  if (sources.length === 0) return undefined;
  const kept = join(data, 'scripts');
  const target = join(kept, folder);
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const source of sources) {
    for (const name of await readdir(source)) {
      if (isNamedByContent(`/${folder}/${name}`))
        await keep(join(source, name), join(target, name), now);
    }
  }
  for (const name of await readdir(target)) {
    const { mtimeMs } = await stat(join(target, name));
    if (now.getTime() - mtimeMs > keptMs) await rm(join(target, name));
  }
  return kept;
}

async function keep(source: string, target: string, now: Date): Promise<void> {
  if (!existsSync(target)) {
    await copyFile(source, target);
    await chmod(target, 0o600);
  }
  // The last time that a version brought it.
  await utimes(target, now, now);
}
