import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type Logger } from 'kysely';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, syncTree, writeDurably } from '../durable-files.js';
import { Checkpoints } from './checkpoints.js';
import { Database } from './database.js';
import { readDatabaseImage } from './database-image.js';
import { DiskRoom } from './disk-room.js';
import { embeddedOptions } from './embedded-options.js';
import { EmbeddedFiles } from './embedded-files.js';
import { EmbeddedPool } from './embedded-pool.js';
import { HeldVersions } from './site-versions.js';
import { SyncedFiles } from './synced-files.js';
import type { Tables } from './tables.js';

/**
 * Opens the embedded database of a data directory; at first it is made from the prepared image. Data are on the disk
 * before they are acknowledged. The caller holds the directory: two processes in it would destroy it.
 *
 * @param onQuery called for every query with its duration
 * @throws if there is a database that the engine cannot open, or hardly any space on the disk
 */
export async function openEmbeddedDatabase(
  dataDirectory: string,
  onQuery?: Logger,
): Promise<Database> {
  const directory = join(dataDirectory, 'database');
  const unfinished = join(dataDirectory, 'database.unfinished');
  // Exists until the first start has unpacked everything: a database beside it is still empty.
  if (existsSync(unfinished)) await rm(directory, { recursive: true, force: true });

  const room = new DiskRoom(dataDirectory);
  await room.require();
  const isNew = !existsSync(directory);
  if (isNew) await writeDurably(unfinished, '');
  // A killed process, a copy by hand or an older version, which never did, left files that the disk may not have yet.
  else await syncTree(dataDirectory);
  // Of a process that is gone. A power cut may leave it empty, and the engine would not start.
  await rm(join(directory, 'postmaster.pid'), { force: true });

  const image = isNew ? readDatabaseImage() : undefined;
  const pglite = await PGlite.create({
    ...embeddedOptions,
    fs: new SyncedFiles(directory),
    ...(image && { loadDataDir: image }),
  });
  if (isNew) {
    await syncTree(dataDirectory);
    await rm(unfinished);
    syncDirectory(dataDirectory);
  }

  const pool = new EmbeddedPool(pglite, room);
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    ...(onQuery && { log: onQuery }),
  });
  const checkpoints = new Checkpoints(kysely, pool);
  const close = async () => {
    checkpoints.end();
    if (!pglite.closed) await pglite.close();
  };
  const source = { data: dataDirectory, files: new EmbeddedFiles(kysely, directory) };
  return new Database(kysely, source, new HeldVersions(), () => pool.figures, close);
}
