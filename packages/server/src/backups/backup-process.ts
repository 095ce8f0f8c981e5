import { CommandError } from '../command-error.js';
import { openEmbeddedDatabase } from '../database/embedded.js';
import { migrate } from '../database/migrate.js';
import { connectToPostgresql } from '../database/postgresql.js';
import type {
  BackupDone,
  BackupOrder,
  BackupOutcome,
  TryingOrder,
  WritingOrder,
} from './backup-order.js';
import { restoreBackup, writeBackup } from './backup.js';
import { openableLock } from './encryption.js';

// A process of its own for each order: its engine, sorting and packing take nothing from whoever asks the server for something,
// and its memory goes with it. There is never more than one such engine.
process.umask(0o077);
process.once('disconnect', () => process.exit());
// A terminal says it to all; the server decides, and then this channel breaks.
process.on('SIGINT', () => {});
process.once('message', (order: BackupOrder) => {
  carryOut(order).then(answer, (error: unknown) =>
    answer({
      error: error instanceof Error ? error.message : String(error),
      isSaid: error instanceof CommandError,
    }),
  );
});

function answer(outcome: BackupOutcome): void {
  process.send?.(outcome, () => process.exit());
}

function carryOut(order: BackupOrder): Promise<BackupDone> {
  return order.task === 'write' ? write(order) : restore(order);
}

async function write({ from, secret, file, lock }: WritingOrder): Promise<BackupDone> {
  const openable = lock && (await openableLock(lock));
  const database =
    'copy' in from
      ? await openEmbeddedDatabase(from.copy)
      : connectToPostgresql({ url: from.databaseUrl, connections: 1, isPatient: true });
  try {
    const report = await writeBackup(database, file, secret, openable);
    return { report, key: openable?.key };
  } finally {
    await database.close();
  }
}

async function restore({ file, key, directory }: TryingOrder): Promise<BackupDone> {
  const database = await openEmbeddedDatabase(directory);
  try {
    await migrate(database.reader);
    const report = await restoreBackup(database, { file, ...(key !== undefined && { key }) }, null);
    return { report, key };
  } finally {
    await database.close();
  }
}
