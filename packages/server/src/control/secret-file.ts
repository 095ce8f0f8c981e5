import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CommandError } from '../command-error.js';
import { makeDirectoryDurably, writeDurably } from '../durable-files.js';

const fileIn = (directory: string) => join(resolve(directory), 'secret');

/** The secret of a data directory; null if it has none of its own. */
export async function secretOf(directory: string): Promise<string | null> {
  const path = fileIn(directory);
  if (!existsSync(path)) return null;
  return (await readFile(path, 'utf8')).trim();
}

/** Puts the secret of a backup into a data directory that has none yet. */
export async function putSecret(directory: string, secret: string): Promise<void> {
  const known = await secretOf(directory);
  if (known === secret) return;
  if (known !== null) {
    throw new CommandError(`${directory} holds other data already: restore to another --data.`);
  }
  makeDirectoryDurably(resolve(directory));
  await writeDurably(fileIn(directory), secret);
}
