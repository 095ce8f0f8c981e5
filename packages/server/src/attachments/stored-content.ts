import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import { ProblemError } from '../operations/problem-error.js';
import type { FileObjects } from './file-objects.js';

/** Bytes of one row: what is in memory at once of a file that is stored or sent. */
const pieceBytes = 256 * 1024;

/** Names a file. */
export interface FileName {
  readonly site: string;
  readonly attachment: string;
}

/** A file that is ready, in the database or elsewhere. */
export interface StoredFile extends FileName {
  readonly bytes: number;
  readonly object: string | null;
  readonly object_sha256: string | null;
}

/** Stores the bytes of a file that is ready. */
export async function storeContent(
  transaction: DatabaseTransaction,
  { site, attachment }: FileName,
  content: Uint8Array,
): Promise<void> {
  for (let start = 0; start < content.byteLength; start += pieceBytes) {
    await transaction
      .insertInto('attachment_content')
      .values({ site, attachment, start, content: content.subarray(start, start + pieceBytes) })
      .execute();
  }
}

/**
 * The bytes of a file from `from` until before `to`, one piece after the other, wherever they lie. Throws if they are gone
 * meanwhile.
 *
 * @param objects the object storage; null if the server has none
 */
export function contentOf(
  reader: DatabaseReader,
  objects: FileObjects | null,
  { object, object_sha256, ...file }: StoredFile,
  range: { from: number; to: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  if (object === null || object_sha256 === null) return rowsOf(reader, file, range);
  // The file is safe; the operator has to name the storage again.
  if (!objects) throw new ProblemError('unavailable', { retryAfter: 3_600 });
  return objects.read(file.site, { object, object_sha256, bytes: file.bytes }, range);
}

/** The same, with its first piece waiting: what cannot be read is known before anybody is promised it. */
export async function begunContentOf(
  ...file: Parameters<typeof contentOf>
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const content = contentOf(...file);
  let first: IteratorResult<Uint8Array<ArrayBuffer>, void> | undefined = await content.next();
  const next = () => {
    const result = first ? Promise.resolve(first) : content.next();
    first = undefined;
    return result;
  };
  // A reader that stops early releases the source, also before the first piece.
  return { [Symbol.asyncIterator]: () => ({ next, return: () => content.return() }) };
}

async function* rowsOf(
  reader: DatabaseReader,
  { site, attachment }: FileName,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for (let at = from; at < to;) {
    const start = at - (at % pieceBytes);
    const { content } = await reader
      .selectFrom('attachment_content')
      .select('content')
      .where('site', '=', site)
      .where('attachment', '=', attachment)
      .where('start', '=', start)
      .executeTakeFirstOrThrow();
    const piece = new Uint8Array(content).subarray(at - start, to - start);
    if (piece.byteLength === 0) throw new Error('A piece of a file is missing.');
    yield piece;
    at += piece.byteLength;
  }
}
