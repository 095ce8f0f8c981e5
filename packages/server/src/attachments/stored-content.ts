import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';

/** Bytes of one row: what is in memory at once of a file that is stored or sent. */
const pieceBytes = 256 * 1024;

/** Names a file. */
export interface StoredFile {
  readonly site: string;
  readonly attachment: string;
}

/** Stores the bytes of a file that is ready. */
export async function storeContent(
  transaction: DatabaseTransaction,
  { site, attachment }: StoredFile,
  content: Uint8Array,
): Promise<void> {
  for (let start = 0; start < content.byteLength; start += pieceBytes) {
    await transaction
      .insertInto('attachment_content')
      .values({ site, attachment, start, content: content.subarray(start, start + pieceBytes) })
      .execute();
  }
}

/** The bytes of a file from `from` until before `to`, one piece after the other. Throws where they are gone meanwhile. */
export async function* contentOf(
  reader: DatabaseReader,
  { site, attachment }: StoredFile,
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
