import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { controlSocketPath, isAnswered, type ControlReply } from './control-socket.js';

/** Carries out an administration command. */
export type CommandRunner = (command: string, input: unknown) => Promise<unknown>;

/** Another process works in the data directory. */
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
  readonly #answerWith: (run: CommandRunner) => void;

  private constructor(path: string, control: Server, answerWith: (run: CommandRunner) => void) {
    this.path = path;
    this.#control = control;
    this.#answerWith = answerWith;
  }

  /** Makes the directory when it is missing. Throws {@link DataDirectoryInUse}. */
  static async hold(directory: string): Promise<DataDirectory> {
    const path = resolve(directory);
    await mkdir(path, { recursive: true, mode: 0o700 });
    const socketPath = controlSocketPath(path);

    let answerWith: (run: CommandRunner) => void = () => {};
    const runner = new Promise<CommandRunner>((settle) => (answerWith = settle));
    const control = createServer((incoming, outgoing) => {
      void replyTo(incoming, runner).then((reply) => outgoing.end(JSON.stringify(reply)));
    });
    await takeOver(path, socketPath, control);
    return new DataDirectory(path, control, answerWith);
  }

  /** Begins to answer commands; those that came before have waited. */
  answerCommands(run: CommandRunner): void {
    this.#answerWith(run);
  }

  /** The secret that all codes are derived from, made at first use. */
  async secret(): Promise<string> {
    const path = join(this.path, 'secret');
    if (!existsSync(path)) {
      // Written aside and renamed: a crash in between must not leave half a secret.
      await writeFile(`${path}.new`, randomBytes(32).toString('base64url'), { mode: 0o600 });
      await rename(`${path}.new`, path);
    }
    return (await readFile(path, 'utf8')).trim();
  }

  /** Waits for running commands and lets the next process in. */
  async release(): Promise<void> {
    this.#answerWith(() => Promise.reject(new Error('The server is ending.')));
    await new Promise((settle) => this.#control.close(settle));
  }
}

async function replyTo(
  incoming: IncomingMessage,
  runner: Promise<CommandRunner>,
): Promise<ControlReply> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { command, input } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      command: string;
      input: unknown;
    };
    const run = await runner;
    return { output: (await run(command, input)) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

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
