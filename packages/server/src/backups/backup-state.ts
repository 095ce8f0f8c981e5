import type { Database, DatabaseReader } from '../database/database.js';
import { backupMadeAt } from './backup-name.js';

const setting = 'backups';

/** A backup that is kept. */
export interface KeptBackup {
  readonly name: string;
  readonly bytes: number;
  /** The hash of its trial restore; null if another database made it. */
  readonly contentHash: string | null;
  /** Whether it is in the object storage too. */
  readonly isStored: boolean;
}

/** What a server stores about its backups, for every command. */
export interface BackupState {
  readonly directory: string;
  /** URL of the object storage, or null. */
  readonly storage: string | null;
  /** When a server first looked after backups of this database (RFC 3339). */
  readonly since: string;
  /** The last attempt that came to nothing. */
  readonly failure: { readonly at: string; readonly why: string } | null;
  /** The newest first. */
  readonly kept: readonly KeptBackup[];
}

/** Undefined if no server looks after backups. */
export async function readBackupState(reader: DatabaseReader): Promise<BackupState | undefined> {
  const row = await reader
    .selectFrom('server_setting')
    .select('value')
    .where('name', '=', setting)
    .executeTakeFirst();
  return row && (JSON.parse(row.value) as BackupState);
}

/** Replaces what was put down. */
export async function writeBackupState({ reader }: Database, state: BackupState): Promise<void> {
  const value = JSON.stringify(state);
  await reader
    .insertInto('server_setting')
    .values({ name: setting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** No warning if the operator has other backups. */
export async function dropBackupState({ reader }: Database): Promise<void> {
  await reader.deleteFrom('server_setting').where('name', '=', setting).execute();
}

/** When the newest backup was made. */
export function lastMadeAt({ kept }: BackupState): Date | undefined {
  return kept[0] && backupMadeAt(kept[0].name);
}

const oldAfterMs = 2 * 86_400_000;

/** The warning about backups for the operator, in one line; null if there is none. */
export function backupWarning(state: BackupState, now: Date): string | null {
  const { failure, since } = state;
  const made = lastMadeAt(state);
  const last = made ? `The last good one is of ${shown(made)}.` : 'There is no good one yet.';
  if (failure && (!made || new Date(failure.at) > made)) {
    return `The backup of ${shown(new Date(failure.at))} failed: ${failure.why} ${last}`;
  }
  const age = now.getTime() - (made ?? new Date(since)).getTime();
  if (age < oldAfterMs) return null;
  return `No backup was made for ${Math.floor(age / 86_400_000)} days: a server that runs makes one each night. ${last}`;
}

const shown = (instant: Date) => instant.toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
