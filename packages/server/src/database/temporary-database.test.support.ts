import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from './database.js';
import { openEmbeddedDatabase } from './embedded.js';
import { migrate } from './migrate.js';

/** An empty database with the schema of this version; `close` throws it away. */
export async function temporaryDatabase(): Promise<{
  database: Database;
  close(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'nafida-test-'));
  const database = await openEmbeddedDatabase(folder);
  await migrate(database.reader);
  return {
    database,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
