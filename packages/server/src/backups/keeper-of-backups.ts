import { join } from 'node:path';
import type { Logger } from 'pino';
import { secretOf } from '../control/secret-file.js';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { ObjectStorage } from '../object-storage.js';
import { BackupKeeper } from './backup-keeper.js';
import type { BackupSettings } from './backup-settings.js';
import { dropBackupState } from './backup-state.js';
import { openableLock } from './encryption.js';

/** The backup keeper of a database by its settings, ready to start; undefined if no backups are wanted. */
export async function keeperOfBackups(
  database: Database,
  keyring: Keyring,
  settings: BackupSettings | false,
  log: Logger,
): Promise<BackupKeeper | undefined> {
  if (settings === false) {
    await dropBackupState(database);
    return undefined;
  }
  const { source } = database;
  const data = 'data' in source ? source.data : undefined;
  const directory = settings.directory ?? (data && join(data, 'backups'));
  // Another process on the same PostgreSQL server may be the one that makes them.
  if (directory === undefined) return undefined;
  const secret = data === undefined ? null : await secretOf(data);
  const { lock = null, storage } = settings;
  // Invalid keys are reported at the start, not at night.
  if (lock) await openableLock(lock);
  const keeper = new BackupKeeper(
    database,
    {
      ...{ directory, lock, secret },
      storage: storage ? new ObjectStorage(storage) : null,
      storageUrl: storage?.url ?? null,
      key: keyring.fingerprint(),
    },
    log,
  );
  await keeper.prepare();
  return keeper;
}
