import type * as z from 'zod/mini';
import type { BackupReport } from '../backups/backup-content.js';
import { backupWarning, readBackupState, type BackupState } from '../backups/backup-state.js';
import { makeBackup } from '../backups/make-backup.js';
import type { Database } from '../database/database.js';
import type { backupSchema } from './inputs.js';

/** Writes everything that is stored to a new file, and tries it. */
export function backUp(
  database: Database,
  { file, secret }: z.output<typeof backupSchema>,
): Promise<BackupReport> {
  return makeBackup(database, { file, secret, lock: null });
}

/** The backups that a server keeps by itself; null if none does. */
export interface BackupList {
  readonly state: BackupState | null;
  /** What is wrong with them, in one line, or null. */
  readonly warning: string | null;
}

/** Lists the backups that a server made, as it put them down. */
export async function listBackups({ reader }: Database): Promise<BackupList> {
  const state = await readBackupState(reader);
  if (!state) return { state: null, warning: null };
  return { state, warning: backupWarning(state, new Date()) };
}
