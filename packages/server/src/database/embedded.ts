import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type Logger } from 'kysely';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from './database.js';
import { readDatabaseImage } from './database-image.js';
import { DiskRoom } from './disk-room.js';
import { embeddedOptions } from './embedded-options.js';
import { EmbeddedFiles } from './embedded-files.js';
import { EmbeddedPool } from './embedded-pool.js';
import { HeldVersions } from './site-versions.js';
import type { Tables } from './tables.js';

/**
 * Opens the embedded database of a data directory, made from the prepared image at first. The caller holds the
 * directory: two processes in it would destroy it.
 *
 * @param onQuery told of every query and how long it took
 * @throws when there is a database that the engine cannot open, or hardly any room on the disk
 */
export async function openEmbeddedDatabase(
  dataDirectory: string,
  onQuery?: Logger,
): Promise<Database> {
  const directory = join(dataDirectory, 'database');
  const unfinished = join(dataDirectory, 'database.unfinished');
  // Stands until the first start has unpacked everything: a database beside it holds nothing yet.
  if (existsSync(unfinished)) await rm(directory, { recursive: true, force: true });

  const room = new DiskRoom(dataDirectory);
  await room.require();
  const isNew = !existsSync(directory);
  const image = isNew ? readDatabaseImage() : undefined;
  if (isNew) await writeFile(unfinished, '');
  const pglite = await PGlite.create({
    ...embeddedOptions,
    dataDir: directory,
    ...(image && { loadDataDir: image }),
  });
  if (isNew) await rm(unfinished);

  const pool = new EmbeddedPool(pglite, room);
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    ...(onQuery && { log: onQuery }),
  });
  const close = async () => {
    if (!pglite.closed) await pglite.close();
  };
  const source = { data: dataDirectory, files: new EmbeddedFiles(kysely, directory) };
  return new Database(kysely, source, new HeldVersions(), () => pool.figures, close);
}
