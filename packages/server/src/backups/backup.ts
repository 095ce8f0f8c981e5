import { disownObjects } from '../attachments/file-objects.js';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import { requireSameSecret } from '../database/secret-check.js';
import type { Keyring } from '../keyring.js';
import { backupLines, headerOf, storeLines, type BackupReport } from './backup-content.js';
import { linesIn, writeLines } from './backup-file.js';
import type { OpenableLock } from './encryption.js';

/**
 * Writes all stored data, as of one instant, to a new file. It contains personal data and the secret. The caller has to
 * remove what is left of the file after an error, and to sync its name.
 */
export async function writeBackup(
  database: Database,
  file: string,
  secret: string | null,
  lock: OpenableLock | null,
): Promise<BackupReport> {
  try {
    return await database.reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        const lines = reported(backupLines(transaction, secret));
        await writeLines(file, lines, lock);
        return lines.report();
      });
  } catch (error) {
    throw isSystemError(error) ? new CommandError(`${file}: ${error.message}`) : error;
  }
}

/** Lines that also tell what came after the last of them. */
function reported(lines: AsyncGenerator<string, BackupReport>) {
  let report: BackupReport | undefined;
  return {
    async *[Symbol.asyncIterator]() {
      report = yield* lines;
    },
    report: () => report!,
  };
}

/** Brings a backup back into a database that holds nothing yet: all of it or nothing. */
export async function restoreBackup(
  database: Database,
  { file, key }: { readonly file: string; readonly key?: string | undefined },
  keyring: Keyring | null,
): Promise<BackupReport> {
  const lines = linesIn(file, key);
  try {
    return await database.transaction(async (transaction) => {
      const stored = await storeLines(transaction, lines, file);
      if (keyring) await requireSameSecret({ reader: transaction }, keyring);
      await disownObjects(transaction);
      return stored;
    });
  } finally {
    await lines.return(undefined);
  }
}

/** The secret that a backup of a data directory holds, or null. */
export async function secretIn(file: string, key: string | undefined): Promise<string | null> {
  const lines = linesIn(file, key);
  try {
    return (await headerOf(lines, file)).secret;
  } finally {
    await lines.return(undefined);
  }
}

function isSystemError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && /^(?:E[A-Z]+|Z_\w+)$/.test(String(error.code))
  );
}
