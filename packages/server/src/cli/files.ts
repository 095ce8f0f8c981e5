import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseJson, readUtf8 } from '../administration/session-file.js';
import { CommandError } from '../command-error.js';

/** The value of a JSON file. */
export async function jsonFile(path: string): Promise<unknown> {
  return parseJson(basename(path), readUtf8(basename(path), await readBytes(path)));
}

/** The content of a file; throws a sentence that says why it cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** JSON for people. */
export const pretty = (value: unknown): string => JSON.stringify(value, null, 2);
