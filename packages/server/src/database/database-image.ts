import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { writeDurably } from '../durable-files.js';
import { EmbeddedPool } from './embedded-pool.js';
import { embeddedOptions } from './embedded-options.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';
import type { Tables } from './tables.js';

const folder = fileURLToPath(new URL('../database-image/', import.meta.url));

/** Path of the image that fits this version: of the engine, of its settings and of the schema. */
function imagePath(): string {
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(engine, '../../package.json'), 'utf8')) as {
    version: string;
  };
  const content = JSON.stringify([version, embeddedOptions, migrations]);
  return join(folder, `${createHash('sha256').update(content).digest('hex').slice(0, 16)}.tar.gz`);
}

/** The prepared database, ready to be unpacked into a new data directory; undefined if none was built. */
export function readDatabaseImage(): Blob | undefined {
  const path = imagePath();
  return existsSync(path) ? new Blob([readFileSync(path)]) : undefined;
}

/**
 * Prepares an empty database with its schema once, so that a first start takes about a second instead of ten.
 * Answers whether there was anything to do.
 */
export async function buildDatabaseImage(): Promise<boolean> {
  const path = imagePath();
  if (existsSync(path)) return false;
  const pglite = await PGlite.create({ ...embeddedOptions });
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new EmbeddedPool(pglite) }),
  });
  await migrate(kysely);
  await pglite.exec('checkpoint');
  const tar = await pglite.dumpDataDir('none');
  await kysely.destroy();
  const packed = await promisify(gzip)(await tar.arrayBuffer(), { level: 9 });

  await mkdir(folder, { recursive: true });
  const outdated = await readdir(folder);
  await writeDurably(path, packed);
  for (const name of outdated) await rm(join(folder, name), { force: true });
  return true;
}
