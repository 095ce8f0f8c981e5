import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database, DatabaseReader, DatabaseTransaction } from '../database/database.js';
import { ObjectStorage, type ObjectStorageSettings } from '../object-storage.js';
import { ProblemError } from '../operations/problem-error.js';

/** The object of a file in the object storage, and the hash of its bytes. */
export interface FileObject {
  readonly object: string;
  /** Hex. */
  readonly object_sha256: string;
}

/** Bytes that are sent at once. */
const pieceBytes = 256 * 1024;

/** How long after an object was announced a file may still take it, and from when on nobody can be about to. */
const patience = { takenWithinMs: 5 * 60_000, idleAfterMs: 15 * 60_000 };

/** Objects that one run deletes at most. */
const mostAtOnce = 1_000;

const ownerKey = 'owner';
const ownerSetting = 'owner of the object storage';
const ownerLength = 36;

/**
 * Files in an object storage. The database has a note of each object from before it is stored until it is deleted, so
 * it always knows what to delete. Names are random and never name other bytes.
 */
export class FileObjects {
  readonly #storage: ObjectStorage;
  readonly #database: Database;

  constructor(storage: ObjectStorage, database: Database) {
    this.#storage = storage;
    this.#database = database;
  }

  /**
   * Makes sure that the storage holds the files of this database and of no other, which would delete them.
   *
   * @throws if it holds those of another one
   */
  async requireOwn(): Promise<void> {
    const { reader } = this.#database;
    await reader
      .insertInto('server_setting')
      .values({ name: ownerSetting, value: randomUUID() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { value } = await reader
      .selectFrom('server_setting')
      .select('value')
      .where('name', '=', ownerSetting)
      .executeTakeFirstOrThrow();
    for await (const { key } of this.#storage.list(ownerKey)) {
      if (key !== ownerKey) continue;
      const owner = await wholeOf(this.#storage.get(ownerKey, { from: 0, to: ownerLength }));
      if (owner.toString() === value) return;
      throw new Error(
        'NAFIDA_ATTACHMENTS names a place with the files of another database. Name another place; or, where that database ' +
          `is gone for good and this one was restored from its backup, delete the object "${ownerKey}" there.`,
      );
    }
    await this.#storage.put(ownerKey, contentOf(Buffer.from(value)));
  }

  /** Stores a file, for a transaction that begins soon to {@link take} it. */
  async store(
    { site, attachment }: { readonly site: string; readonly attachment: string },
    bytes: Uint8Array,
  ): Promise<FileObject> {
    const object = randomBytes(12).toString('hex');
    const content = contentOf(bytes);
    await this.#database.reader
      .insertInto('attachment_object')
      .values({ site, object, attachment, stored_at: new Date() })
      .execute();
    await this.#storage.put(keyOf(site, object), content);
    return { object, object_sha256: content.sha256 };
  }

  /** Makes sure that an object is there to stay with the file that the transaction gives it to. */
  async take(transaction: DatabaseTransaction, site: string, object: string): Promise<void> {
    const note = await transaction
      .selectFrom('attachment_object')
      .select('object')
      .where('site', '=', site)
      .where('object', '=', object)
      .where('stored_at', '>', new Date(Date.now() - patience.takenWithinMs))
      .executeTakeFirst();
    if (!note) throw new ProblemError('unavailable', { retryAfter: 5 });
  }

  /** The bytes of a file from `from` until before `to`. A whole file that is not what was stored breaks off at its end. */
  async *read(
    site: string,
    { object, object_sha256, bytes }: FileObject & { readonly bytes: number },
    { from, to }: { from: number; to: number },
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    const isWhole = from === 0 && to === bytes;
    const hash = createHash('sha256');
    let held: Uint8Array<ArrayBuffer> | undefined;
    for await (const piece of this.#storage.get(keyOf(site, object), { from, to })) {
      if (held) yield held;
      held = piece;
      if (isWhole) hash.update(piece);
    }
    if (isWhole && hash.digest('hex') !== object_sha256) {
      throw new Error('A file in the object storage is not what was stored.');
    }
    if (held) yield held;
  }

  /** Deletes the objects of files that are gone, and those that no file ever took; answers how many. */
  async sweep(now = new Date()): Promise<number> {
    const { reader } = this.#database;
    const rows = await reader
      .selectFrom('attachment_object as note')
      .leftJoin('attachment', (join) =>
        join
          .onRef('attachment.site', '=', 'note.site')
          .onRef('attachment.attachment', '=', 'note.attachment')
          .onRef('attachment.object', '=', 'note.object'),
      )
      .select(['note.site', 'note.object'])
      .where('attachment.site', 'is', null)
      .where('note.stored_at', '<', new Date(now.getTime() - patience.idleAfterMs))
      .limit(mostAtOnce)
      .execute();
    if (rows.length > 0) await this.requireOwn();
    for (const { site, object } of rows) {
      await this.#storage.delete(keyOf(site, object));
      await reader
        .deleteFrom('attachment_object')
        .where('site', '=', site)
        .where('object', '=', object)
        .execute();
    }
    return rows.length;
  }
}

/** The object storage of a server, or null if its files are in the database. */
export function objectsOf(
  { attachments }: { readonly attachments?: ObjectStorageSettings | undefined },
  database: Database,
): FileObjects | null {
  return attachments ? new FileObjects(new ObjectStorage(attachments), database) : null;
}

/** How many files have their bytes in an object storage. */
export async function countFilesElsewhere(reader: DatabaseReader): Promise<number> {
  const { count } = await reader
    .selectFrom('attachment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('object', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** A copy of a database does not own the objects that its rows name: the first one may still be using them. */
export async function disownObjects(transaction: DatabaseTransaction): Promise<void> {
  await transaction.deleteFrom('server_setting').where('name', '=', ownerSetting).execute();
}

function keyOf(site: string, object: string): string {
  return `${site}/${object}`;
}

function contentOf(bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: bytes.byteLength, sha256, open: () => inPieces(bytes) };
}

// Asynchronous because readers expect it: memory has nothing to wait for.
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes);
  }
}

async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}
