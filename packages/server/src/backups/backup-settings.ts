import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { objectStorageAt, type ObjectStorageSettings } from '../object-storage.js';
import type { BackupLock } from './encryption.js';

/** How backups are kept. */
export interface BackupSettings {
  /** Default: `backups` in the data directory; for a PostgreSQL server there is no default, and no backup without it. */
  readonly directory?: string;
  /** The keys that open them; without it they are not encrypted. */
  readonly lock?: BackupLock;
  /** A second place for them. */
  readonly storage?: ObjectStorageSettings;
}

/** A passphrase is guessed at on machines that are made for it. */
const shortestPassphrase = 20;

/**
 * The settings from the environment of a process; `false` if the operator wants no backups.
 *
 * @throws if a variable is not what it should be
 */
export function backupSettings(environment: NodeJS.ProcessEnv): BackupSettings | false {
  const directory = environment.NAFIDA_BACKUPS || undefined;
  if (directory === 'off') return false;
  const lock = lockOf(environment);
  const url = environment.NAFIDA_BACKUP_STORAGE || undefined;
  if (url !== undefined && !lock) {
    throw new Error(
      'With NAFIDA_BACKUP_STORAGE set NAFIDA_BACKUP_KEY too: what goes to others must be encrypted. "nafida-server backup-key FILE" makes a key.',
    );
  }
  return {
    ...(directory !== undefined && { directory: resolve(directory) }),
    ...(lock && { lock }),
    ...(url !== undefined && {
      storage: objectStorageAt('NAFIDA_BACKUP_STORAGE', url, environment),
    }),
  };
}

function lockOf(environment: NodeJS.ProcessEnv): BackupLock | undefined {
  const keys = environment.NAFIDA_BACKUP_KEY || undefined;
  const file = environment.NAFIDA_BACKUP_PASSPHRASE_FILE || undefined;
  if (keys !== undefined && file !== undefined) {
    throw new Error('Give NAFIDA_BACKUP_KEY or NAFIDA_BACKUP_PASSPHRASE_FILE, not both.');
  }
  if (keys !== undefined) {
    const recipients = keys.split(/[\s,]+/).filter(Boolean);
    if (recipients.length > 0 && recipients.every((key) => /^age1[a-z0-9]+$/.test(key))) {
      return { recipients };
    }
    throw new Error(
      'NAFIDA_BACKUP_KEY must be a public key that begins with age1, as "nafida-server backup-key FILE" prints it. The private key belongs elsewhere.',
    );
  }
  if (file === undefined) return undefined;
  const [passphrase = ''] = readFileSync(file, 'utf8').split('\n');
  if (passphrase.trim().length >= shortestPassphrase) return { passphrase: passphrase.trim() };
  throw new Error(
    `The first line of ${file} must be a passphrase of at least ${shortestPassphrase} characters.`,
  );
}
