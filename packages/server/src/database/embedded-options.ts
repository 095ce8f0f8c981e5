import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { embeddedParsers } from './value-parsers.js';

/**
 * How every embedded database is opened. 32 MB of buffers instead of 128 save as much memory and cost no time. `-F`, by
 * which the engine would sync nothing, is left out; of the ways to sync its log only `fsync` reaches the disk, as Emscripten's
 * `fdatasync` does nothing.
 */
export const embeddedOptions: PGliteOptions = {
  startParams: PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  postgresqlconf: ['shared_buffers=32MB', 'wal_sync_method=fsync'],
  parsers: { ...embeddedParsers },
};
