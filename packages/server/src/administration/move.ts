import type * as z from 'zod/mini';
import {
  backupLines,
  requireKnownTables,
  storeLines,
  type BackupReport,
} from '../backups/backup-content.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { connectToPostgresql } from '../database/postgresql.js';
import type { moveSchema } from './inputs.js';

/**
 * Copies everything to an empty PostgreSQL server: all of it, compared by its content hash, or nothing. The source
 * stays as it is.
 */
export async function moveTo(
  database: Database,
  { to }: z.output<typeof moveSchema>,
): Promise<BackupReport> {
  const target = connectToPostgresql({ url: to, connections: 1, isPatient: true });
  try {
    await target.reader.transaction().execute(requireKnownTables);
    await migrate(target.reader);
    return await database.reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((source) =>
        target.transaction((transaction) =>
          // The secret is not for a database.
          storeLines(transaction, backupLines(source, null), 'What is to be moved'),
        ),
      );
  } finally {
    await target.close();
  }
}
