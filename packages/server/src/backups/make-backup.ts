import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import { renameDurably } from '../durable-files.js';
import type { BackupReport } from './backup-content.js';
import { unfinishedSuffix } from './backup-name.js';
import type { BackupDone, BackupOrder, BackupOutcome } from './backup-order.js';
import type { BackupLock } from './encryption.js';

/** The backup to make. */
export interface WantedBackup {
  readonly file: string;
  readonly secret: string | null;
  readonly lock: BackupLock | null;
}

const program = fileURLToPath(new URL('./backup-process.js', import.meta.url));

/** How much less a backup may get of the processor than those who ask for something. */
const niceness = 10;

/** Little room for what is thrown away at once: of that a backup makes much, and would let it grow to a hundred megabytes. */
const execArgv = ['--max-semi-space-size=1'];

/** Left free on the disk of the data whatever happens: below 64 MB nothing could be stored there. */
const leastRoom = 256 * 1_048_576;

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a backup and tries it: restores its file and compares it with the database. One is made at a time. The database
 * answers and stores as usual meanwhile.
 *
 * @throws CommandError with a sentence if it cannot be made
 */
export function makeBackup(
  database: Database,
  wanted: WantedBackup,
  signal?: AbortSignal,
): Promise<BackupReport> {
  const making = last.then(() => make(database, wanted, signal));
  last = making.catch(() => {});
  return making;
}

async function make(
  { source }: Database,
  { file, secret, lock }: WantedBackup,
  signal: AbortSignal | undefined,
): Promise<BackupReport> {
  if (existsSync(file)) {
    throw new CommandError(`${file} is there already, and is left as it is: name a new file.`);
  }
  // In the data directory, where its content is anyhow: a medium for encrypted backups gets nothing else.
  const scratch =
    'files' in source ? join(source.data, 'backup.unfinished') : `${file}${unfinishedSuffix}`;
  const untried = `${file}.untried`;
  const clear = async () => {
    await rm(scratch, { recursive: true, force: true });
    await rm(untried, { force: true });
  };
  await clear();
  try {
    const copy = join(scratch, 'copy');
    const trial = join(scratch, 'trial');
    await mkdir(trial, { recursive: true, mode: 0o700 });
    if ('files' in source) {
      await requireRoom(source.data, 2 * (await bytesIn(join(source.data, 'database'))));
      await source.files.copyTo(join(copy, 'database'));
    }
    const from = 'files' in source ? { copy } : { databaseUrl: source.url };
    const written = await carriedOut({ task: 'write', from, secret, file: untried, lock }, signal);
    await rm(copy, { recursive: true, force: true });
    const { key, report } = written;
    const tried = await carriedOut({ task: 'try', file: untried, key, directory: trial }, signal);
    if (tried.report.contentHash !== report.contentHash) {
      throw new CommandError('What was restored from the backup is not what was written to it.');
    }
    await renameDurably(untried, file);
    return report;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw /^E[A-Z]+$/.test(code ?? '') ? new CommandError(`${file}: ${message}`) : error;
  } finally {
    await clear();
  }
}

async function carriedOut(
  order: BackupOrder,
  signal: AbortSignal | undefined,
): Promise<BackupDone> {
  const child = fork(program, { execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill);
  const outcome = await new Promise<BackupOutcome>((settle) => {
    const broken = { error: 'The process that makes the backup has ended.', isSaid: false };
    child.once('message', (message) => settle(message as BackupOutcome));
    child.once('error', () => settle(broken));
    child.once('close', () => settle(broken));
    child.send(order, () => {});
    if (child.pid !== undefined) setPriority(child.pid, niceness);
    if (signal?.aborted) kill();
  });
  signal?.removeEventListener('abort', kill);
  if ('report' in outcome) return outcome;
  throw outcome.isSaid ? new CommandError(outcome.error) : new Error(outcome.error);
}

async function requireRoom(directory: string, needed: number): Promise<void> {
  const { blocks, bavail, bsize } = await statfs(directory);
  // Some network file systems do not tell.
  const free = blocks === 0 ? Infinity : bavail * bsize;
  if (free >= needed + leastRoom) return;
  const inMb = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`;
  throw new CommandError(
    `A backup needs ${inMb(needed + leastRoom)} for a while on the disk of ${directory}, where ${inMb(free)} are free: make room.`,
  );
}

async function bytesIn(directory: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) sum += (await stat(path).catch(() => ({ size: 0 }))).size;
  }
  return sum;
}
