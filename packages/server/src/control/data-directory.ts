import { randomBytes } from 'node:crypto';
import { existsSync, type Dirent } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeDirectoryDurably, syncDirectory, writeDurably } from '../durable-files.js';
import { controlSocketPath, isAnswered, type ControlReply } from './control-socket.js';

/** Carries out an administration command. */
export type CommandRunner = (command: string, input: unknown) => Promise<unknown>;

/**
 * A data directory that only this process uses. It contains the database, the secret and the control socket, through
 * which the command line reaches the holder of the directory.
 */
export class DataDirectoryInUse extends Error {
  constructor(path: string) {
    super(
      `Another nafida-server is using ${path}. Stop it first, or start this one with another --data directory.`,
    );
    this.name = 'DataDirectoryInUse';
  }
}

// Taking a directory over takes milliseconds; a mark this old was left by a process that died in between.
const staleTakeoverMs = 30_000;

/**
 * A data directory that this process alone works in. It holds the database, the secret and the control socket,
 * through which the command line reaches whoever holds the directory.
 */
export class DataDirectory {
  readonly path: string;
  readonly #control: Server;
  readonly #running = new Set<Promise<ControlReply>>();
  readonly #runner: Promise<CommandRunner>;
  #answerWith: (run: CommandRunner) => void = () => {};
  #isEnding = false;

  private constructor(path: string) {
    this.path = path;
    this.#runner = new Promise((settle) => (this.#answerWith = settle));
    this.#control = createServer((incoming, outgoing) => {
      const reply = this.#replyTo(incoming);
      this.#running.add(reply);
      void reply.then((value) => {
        this.#running.delete(reply);
        outgoing.end(JSON.stringify(value));
      });
    });
  }

  /**
   * Makes the directory when it is missing, and closes it to everybody but its owner: it holds personal data and the
   * secret. Throws {@link DataDirectoryInUse}.
   */
  static async hold(directory: string): Promise<DataDirectory> {
    const path = resolve(directory);
    makeDirectoryDurably(path);
    const held = new DataDirectory(path);
    await takeOver(path, controlSocketPath(path), held.#control);
    try {
      if (process.platform !== 'win32') await closeToOthers(path);
    } catch (error) {
      await new Promise((settle) => held.#control.close(settle));
      throw error;
    }
    return held;
  }

  /** Begins to answer commands; those that came before have waited. */
  answerCommands(run: CommandRunner): void {
    this.#answerWith(run);
  }

  /** The secret that all codes are derived from, made at first use. */
  async secret(): Promise<string> {
    const path = join(this.path, 'secret');
    if (!existsSync(path)) await writeDurably(path, randomBytes(32).toString('base64url'));
    return (await readFile(path, 'utf8')).trim();
  }

  /**
   * Finishes the commands that run, closes the database by `close`, and only then lets the next process in:
   * two may not have it open.
   */
  async release(close: () => Promise<void> = async () => {}): Promise<void> {
    this.#isEnding = true;
    this.#answerWith(() => Promise.reject(new Error('The database could not be opened.')));
    await Promise.all(this.#running);
    await close();
    // The engine sets modes of its own on some files, whatever the process says. What cannot be mended here was told at
    // the start.
    if (process.platform !== 'win32') await closeToOthers(this.path).catch(() => {});
    await new Promise((settle) => this.#control.close(settle));
  }

  async #replyTo(incoming: IncomingMessage): Promise<ControlReply> {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      if (this.#isEnding) return { ending: true };
      const { command, input } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        command: string;
        input: unknown;
      };
      const run = await this.#runner;
      return { output: (await run(command, input)) ?? null };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Whether a directory contains a database or a secret. */
export async function holdsData(directory: string): Promise<boolean> {
  const there: string[] = await readdir(resolve(directory)).catch(() => []);
  return there.includes('database') || there.includes('secret');
}

/** Takes away the database and the secret of a directory that nobody holds. */
export async function clearData(directory: string): Promise<void> {
  const path = resolve(directory);
  if (!existsSync(path)) return;
  for (const name of ['secret', 'database', 'database.unfinished']) {
    await rm(join(path, name), { recursive: true, force: true });
  }
  syncDirectory(path);
}

/** The engine makes its files readable by everybody. The process changes this, also for existing files. */
async function closeToOthers(directory: string): Promise<void> {
  process.umask(0o077);
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile() || entry.isDirectory()).map(pathOf);
  try {
    for (const path of [directory, ...paths]) {
      const { mode } = await stat(path);
      if ((mode & 0o077) !== 0) await chmod(path, mode & 0o700);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    throw new Error(
      `Others may read ${directory}, and it is not ours to change. Let its owner run "chmod -R go-rwx ${directory}".`,
      { cause: error },
    );
  }
}

const pathOf = ({ parentPath, name }: Dirent) => join(parentPath, name);

/** Listens on the socket. A mark in the directory keeps two starts from both removing a stale socket. */
async function takeOver(directory: string, socketPath: string, control: Server): Promise<void> {
  const mark = join(directory, 'control.takeover');
  for (;;) {
    if (await isAnswered(socketPath)) throw new DataDirectoryInUse(directory);
    if (await makeMark(mark)) break;
    await delay(50);
  }
  try {
    if (await isAnswered(socketPath)) throw new DataDirectoryInUse(directory);
    await rm(socketPath, { force: true });
    await listen(control, socketPath);
  } finally {
    await rmdir(mark);
  }
}

async function makeMark(mark: string): Promise<boolean> {
  try {
    await mkdir(mark);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const { mtimeMs } = await stat(mark).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > staleTakeoverMs) await rmdir(mark).catch(() => {});
    return false;
  }
}

async function listen(control: Server, socketPath: string): Promise<void> {
  await new Promise<void>((settle, reject) => {
    control.once('error', reject);
    control.listen(socketPath, () => settle());
  });
  if (process.platform !== 'win32') await chmod(socketPath, 0o600);
}
