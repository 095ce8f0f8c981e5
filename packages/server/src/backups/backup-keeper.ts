import { statSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import { errorFields } from '../log.js';
import { ObjectStorageError, type ObjectStorage } from '../object-storage.js';
import { backupMadeAt, backupName, leftBehindAt } from './backup-name.js';
import {
  lastMadeAt,
  readBackupState,
  writeBackupState,
  type BackupState,
  type KeptBackup,
} from './backup-state.js';
import type { BackupLock } from './encryption.js';
import { keptBackups } from './kept-backups.js';
import { makeBackup } from './make-backup.js';
import { lastDue } from './nightly.js';
import { storeBackups } from './stored-backups.js';

/** The settings of a backup keeper. */
export interface KeeperSettings {
  readonly directory: string;
  readonly lock: BackupLock | null;
  /** The secret of a data directory, for its backups; null if it is kept elsewhere. */
  readonly secret: string | null;
  readonly storage: ObjectStorage | null;
  /** Its URL, to be shown. */
  readonly storageUrl: string | null;
  /** The key for this machine's minute of the night; see {@link lastDue}. */
  readonly key: string;
}

const lookMs = 60_000;
const tryAgainMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * Makes a backup every night, and a missed one as soon as it can. Keeps as many as `keptBackups` says. Stores the
 * result in the database, for every command.
 */
export class BackupKeeper {
  readonly #database: Database;
  readonly #settings: KeeperSettings;
  readonly #log: Logger;
  readonly #ending = new AbortController();
  #state: BackupState | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(database: Database, settings: KeeperSettings, log: Logger) {
    this.#database = database;
    this.#settings = settings;
    this.#log = log;
  }

  /** When the newest one was made, and whether the last attempt came to nothing. */
  get figures(): { readonly lastMadeAt: Date | undefined; readonly hasFailed: boolean } {
    const state = this.#state;
    return { lastMadeAt: state && lastMadeAt(state), hasFailed: Boolean(state?.failure) };
  }

  /** Finds out what there is, and puts it down. */
  async prepare(): Promise<void> {
    const { directory, lock, storageUrl } = this.#settings;
    await mkdir(directory, { recursive: true, mode: 0o700 });
    this.#warnOfOneDisk();
    if (!lock) this.#log.info({ directory }, 'backups are not encrypted');
    const known = await readBackupState(this.#database.reader);
    this.#state = {
      directory,
      storage: storageUrl,
      since: known?.since ?? new Date().toISOString(),
      failure: known?.failure ?? null,
      kept: await this.#keptIn(known?.kept ?? []),
    };
    await writeBackupState(this.#database, this.#state);
  }

  /** Looks whether a backup is due, now and every minute. */
  start(): void {
    const look = () => {
      this.#round = this.#round.then(() => this.#look(new Date()));
    };
    look();
    this.#timer = setInterval(look, lookMs).unref();
  }

  /** Breaks off what is being made. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await this.#round;
  }

  #warnOfOneDisk(): void {
    const { source } = this.#database;
    const { directory } = this.#settings;
    if (!('data' in source) || statSync(source.data).dev !== statSync(directory).dev) return;
    this.#log.warn(
      { directory },
      'backups are on the same disk as the data, and would be lost with it: set NAFIDA_BACKUPS to a directory on another disk',
    );
  }

  async #look(now: Date): Promise<void> {
    const state = this.#state!;
    const { storage, key } = this.#settings;
    const failedAt = state.failure ? new Date(state.failure.at) : undefined;
    if (failedAt && now.getTime() - failedAt.getTime() < tryAgainMs) return;
    const isDue = (lastMadeAt(state) ?? new Date(state.since)) < lastDue(now, key);
    const isToStore = storage && state.kept.some(({ isStored }) => !isStored);
    if (!isDue && !isToStore) return;
    let failure: BackupState['failure'] = null;
    try {
      if (isDue) await this.#make(now);
      if (storage) await this.#store(storage);
    } catch (error) {
      if (this.#ending.signal.aborted) return;
      const isSaid = error instanceof CommandError || error instanceof ObjectStorageError;
      const why = isSaid ? error.message : 'The log of the server says more.';
      failure = { at: new Date().toISOString(), why };
      this.#log.error({ ...errorFields(error), why }, 'the backup failed');
    }
    this.#state = { ...this.#state!, failure };
    try {
      await writeBackupState(this.#database, this.#state);
    } catch (error) {
      this.#log.error(errorFields(error), 'what became of the backup was not put down');
    }
  }

  async #store(storage: ObjectStorage): Promise<void> {
    const { directory } = this.#settings;
    const kept = await storeBackups(storage, directory, this.#state!.kept);
    this.#state = { ...this.#state!, kept };
  }

  async #make(now: Date): Promise<void> {
    const { directory, lock, secret } = this.#settings;
    const name = backupName(now, lock !== null);
    const file = join(directory, name);
    const { contentHash } = await makeBackup(
      this.#database,
      { file, secret, lock },
      this.#ending.signal,
    );
    const { size } = await stat(file);
    const made = { name, bytes: size, contentHash, isStored: false };
    await removeOutdated(directory, now);
    const kept = await this.#keptIn([made, ...this.#state!.kept]);
    this.#state = { ...this.#state!, kept };
    this.#log.info(made, 'made a backup');
  }

  /** The backups in the directory, with their known results, the newest first. */
  async #keptIn(known: readonly KeptBackup[]): Promise<KeptBackup[]> {
    const { directory } = this.#settings;
    const names = (await readdir(directory)).filter(backupMadeAt).sort().reverse();
    return Promise.all(
      names.map(async (name) => {
        const before = known.find((backup) => backup.name === name);
        if (before) return before;
        const { size } = await stat(join(directory, name));
        return { name, bytes: size, contentHash: null, isStored: false };
      }),
    );
  }
}

async function removeOutdated(directory: string, now: Date): Promise<void> {
  const made = new Map<Date, string>();
  for (const name of await readdir(directory)) {
    const at = backupMadeAt(name);
    if (at) made.set(at, name);
    // A day later nobody is at work on it any more.
    const left = leftBehindAt(name);
    const isLeft = left && now.getTime() - left.getTime() > dayMs;
    if (isLeft) await rm(join(directory, name), { recursive: true, force: true });
  }
  const kept = keptBackups([...made.keys()]);
  for (const [at, name] of made) if (!kept.has(at)) await rm(join(directory, name));
}
