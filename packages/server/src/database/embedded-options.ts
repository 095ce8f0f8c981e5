import type { PGliteOptions } from '@electric-sql/pglite';
import { embeddedParsers } from './value-parsers.js';

/** How every embedded database is opened. 32 MB of buffers instead of 128 save as much memory and cost no time. */
export const embeddedOptions: PGliteOptions = {
  postgresqlconf: ['shared_buffers=32MB'],
  parsers: { ...embeddedParsers },
};
