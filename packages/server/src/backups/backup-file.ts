import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { pipeline as settledPipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CommandError } from '../command-error.js';
import { decrypted, isEncrypted, telltaleBytes, type OpenableLock } from './encryption.js';

/** Writes lines to a file that only its owner may read: compressed, then encrypted if there is a lock. */
export async function writeLines(
  file: string,
  lines: AsyncIterable<string>,
  lock: OpenableLock | null,
): Promise<void> {
  const packed = createGzip();
  const output = createWriteStream(file, { mode: 0o600, flush: true });
  const input = Readable.from(withEnds(lines));
  if (!lock) return settledPipeline(input, packed, output);
  const encrypt = async function* (content: AsyncIterable<Uint8Array>) {
    yield* await lock.encrypt(content);
  };
  return settledPipeline(input, packed, encrypt, output);
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/**
 * The lines of a file, separated by line feeds only: texts may contain other characters that end a line elsewhere.
 *
 * @param key the key, if it is encrypted
 * @throws CommandError if it cannot be read
 */
export async function* linesIn(
  file: string,
  key: string | undefined,
): AsyncGenerator<string, void> {
  let rest = '';
  try {
    for await (const piece of await unpacked(file, key)) {
      const lines = (rest + (piece as string)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

async function unpacked(file: string, key: string | undefined): Promise<Readable> {
  const isLocked = await isFileEncrypted(file);
  if (isLocked && key === undefined) {
    throw new CommandError(
      `${file} is encrypted. Name the file that holds its key or passphrase: --key FILE.`,
    );
  }
  const content = createReadStream(file);
  const packed = isLocked ? Readable.from(await decrypted(content, key!)) : content;
  // If one of them fails, the last one tells the reader.
  return pipeline(packed, createGunzip(), () => {}).setEncoding('utf8');
}

/** Whether it takes a key to read a file. */
export async function isFileEncrypted(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(telltaleBytes),
      0,
      telltaleBytes,
      0,
    );
    return isEncrypted(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
