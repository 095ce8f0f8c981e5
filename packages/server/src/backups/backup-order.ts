import type { BackupReport } from './backup-content.js';
import type { BackupLock } from './encryption.js';

/** To write a backup. */
export interface WritingOrder {
  readonly task: 'write';
  /** A copy of an embedded database, or a PostgreSQL server. */
  readonly from: { readonly copy: string } | { readonly databaseUrl: string };
  /** What stands in the backup of a data directory. */
  readonly secret: string | null;
  /** The new file. */
  readonly file: string;
  readonly lock: BackupLock | null;
}

/** To restore one in an empty directory, to see whether it is whole. */
export interface TryingOrder {
  readonly task: 'try';
  readonly file: string;
  /** What opens it where it is encrypted. */
  readonly key: string | undefined;
  readonly directory: string;
}

/** What a process is to do. */
export type BackupOrder = WritingOrder | TryingOrder;

/** What the file holds, and the key of what was written encrypted. */
export interface BackupDone {
  readonly report: BackupReport;
  readonly key: string | undefined;
}

/** What came of it. */
export type BackupOutcome =
  | BackupDone
  | {
      readonly error: string;
      /** Whether it is a sentence for the person who asked. */
      readonly isSaid: boolean;
    };
