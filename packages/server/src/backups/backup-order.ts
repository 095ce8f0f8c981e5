import type { BackupReport } from './backup-content.js';
import type { BackupLock } from './encryption.js';

/** To write a backup. */
export interface WritingOrder {
  readonly task: 'write';
  /** A copy of an embedded database, or a PostgreSQL server. */
  readonly from: { readonly copy: string } | { readonly databaseUrl: string };
  /** The secret of a data directory, for its backup. */
  readonly secret: string | null;
  /** The new file. */
  readonly file: string;
  readonly lock: BackupLock | null;
}

/** To restore one in an empty directory, to see whether it is whole. */
export interface TryingOrder {
  readonly task: 'try';
  readonly file: string;
  /** The key, if it is encrypted. */
  readonly key: string | undefined;
  readonly directory: string;
}

/** The task of a backup process. */
export type BackupOrder = WritingOrder | TryingOrder;

/** The contents of the file, and its key if it is encrypted. */
export interface BackupDone {
  readonly report: BackupReport;
  readonly key: string | undefined;
}

/** The result. */
export type BackupOutcome =
  | BackupDone
  | {
      readonly error: string;
      /** Whether it is a sentence for the person who asked. */
      readonly isSaid: boolean;
    };
