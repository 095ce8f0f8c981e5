import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, type Dirent } from 'node:fs';
import { open, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Syncs that are asked for together: most disks then do several in one go. */
const atATime = 16;

/** Writes a file of which a power cut leaves all or, as before, nothing: its owner alone may read it. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const aside = `${path}.new`;
  await writeFile(aside, content, { mode: 0o600 });
  await renameDurably(aside, path);
}

/** Gives a written file its name once all of it is on the disk; then the name is there too. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await syncFile(from);
  await rename(from, to);
  syncDirectory(dirname(to));
}

/** Makes a directory for its owner alone, with those above it that are missing, and sees to it that it stays. */
export function makeDirectoryDurably(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 }) ?? path;
  for (let made = path; ; made = dirname(made)) {
    syncDirectory(dirname(made));
    if (made === first) return;
  }
}

/** Brings to the disk which names are in a directory: without it a new, renamed or removed file may be as it was. */
export function syncDirectory(path: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    syncOpened(descriptor);
  } catch (error) {
    if (!isNotForDirectories(error)) throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Syncs an open file, or a directory if the system can do that. */
export function syncOpened(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!isNotForDirectories(error) || !fstatSync(descriptor).isDirectory()) throw error;
  }
}

/** Some systems open no directory, some file systems sync none; PostgreSQL goes on then, too. */
function isNotForDirectories(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return /^(?:EACCES|EBADF|EINVAL|EISDIR|EPERM)$/.test(code ?? '');
}

/** Brings everything in a directory to the disk, and its own names. */
export async function syncTree(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const pathOf = ({ parentPath, name }: Dirent) => join(parentPath, name);
  const files = entries.filter((entry) => entry.isFile()).map(pathOf);
  const work = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) await syncFile(file);
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const directories = entries.filter((entry) => entry.isDirectory()).map(pathOf);
  for (const path of [...directories, directory]) syncDirectory(path);
}

async function syncFile(path: string): Promise<void> {
  // Windows syncs only what is open for writing.
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
