import type { BackupReport } from '../administration/backup-content.js';
import type { BackupLock } from './encryption.js';

/** What a process is to back up, and how. */
export interface BackupOrder {
  /** A copy of an embedded database, or a PostgreSQL server. */
  readonly from: { readonly copy: string } | { readonly databaseUrl: string };
  /** What stands in the backup of a data directory. */
  readonly secret: string | null;
  /** The new file. */
  readonly file: string;
  readonly lock: BackupLock | null;
  /** A directory in which the backup is restored to see whether it is whole. */
  readonly trial: string;
}

/** What came of it. */
export type BackupOutcome =
  | { readonly report: BackupReport }
  | {
      readonly error: string;
      /** Whether it is a sentence for the person who asked. */
      readonly isSaid: boolean;
    };
