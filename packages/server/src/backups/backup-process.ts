import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { restoreBackup, writeBackup } from '../administration/backup.js';
import type { BackupReport } from '../administration/backup-content.js';
import { CommandError } from '../administration/command-error.js';
import { openEmbeddedDatabase } from '../database/embedded.js';
import { migrate } from '../database/migrate.js';
import { connectToPostgresql } from '../database/postgresql.js';
import { renameDurably } from '../durable-files.js';
import type { BackupOrder, BackupOutcome } from './backup-order.js';
import { openableLock } from './encryption.js';

// A process of its own: its engine, sorting and packing take nothing from whoever asks the server for something, and its memory
// goes with it.
process.umask(0o077);
process.once('disconnect', () => process.exit());
// A terminal says it to all; the server decides, and then this channel breaks.
process.on('SIGINT', () => {});
process.once('message', (order: BackupOrder) => {
  carryOut(order).then(
    (report) => answer({ report }),
    (error: unknown) =>
      answer({
        error: error instanceof Error ? error.message : String(error),
        isSaid: error instanceof CommandError,
      }),
  );
});

function answer(outcome: BackupOutcome): void {
  process.send?.(outcome, () => process.exit());
}

/** Writes a backup, restores it by way of trial, and only then gives it its name. */
async function carryOut(order: BackupOrder): Promise<BackupReport> {
  const { from, secret, file, trial } = order;
  if (existsSync(file)) {
    throw new CommandError(`${file} is there already, and is left as it is: name a new file.`);
  }
  const lock = order.lock && (await openableLock(order.lock));
  const untried = `${file}.untried`;
  await rm(untried, { force: true });
  try {
    const database =
      'copy' in from
        ? await openEmbeddedDatabase(from.copy)
        : connectToPostgresql({ url: from.databaseUrl, connections: 1, isPatient: true });
    let written: BackupReport;
    try {
      written = await writeBackup(database, untried, secret, lock);
    } finally {
      await database.close();
    }
    if ('copy' in from) await rm(from.copy, { recursive: true, force: true });
    const restored = await restoredIn(trial, untried, lock?.key);
    if (restored.contentHash !== written.contentHash) {
      throw new CommandError('What was restored from the backup is not what was written to it.');
    }
    await renameDurably(untried, file);
    return written;
  } finally {
    await rm(untried, { force: true });
  }
}

async function restoredIn(
  directory: string,
  file: string,
  key: string | undefined,
): Promise<BackupReport> {
  const database = await openEmbeddedDatabase(directory);
  try {
    await migrate(database.reader);
    return await restoreBackup(database, { file, ...(key !== undefined && { key }) }, null);
  } finally {
    await database.close();
  }
}
