import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '../operations/problem-error.js';
import { CleaningLanes } from './cleaning-lanes.js';
import type { CleaningOrder } from './cleaning-process.js';
import type { CleaningOutcome, CleaningTask } from './cleaning-worker.js';
import { cleaningRoom } from './machine-memory.js';

/** Milliseconds after which a file is given up however busy the machine is; what it may use is bounded by its process. */
const longestMs = 120_000;

const program = fileURLToPath(new URL('./cleaning-process.js', import.meta.url));

/**
 * Checks files and writes them anew, each in its own process without secrets. The server answers meanwhile, and
 * whatever a file does to a codec ends with the process.
 */
export class AttachmentCleaner {
  readonly lanes: CleaningLanes;
  readonly #mostMemory: number;
  readonly #running = new Map<ChildProcess, Promise<CleaningOutcome>>();
  #isEnding = false;

  /** @param room of memory that the files get */
  constructor({ atOnce, bytesOfOne } = cleaningRoom()) {
    this.lanes = new CleaningLanes(atOnce);
    this.#mostMemory = bytesOfOne;
  }

  /**
   * The same file, clean, or why it is not taken.
   *
   * @throws ProblemError `unavailable` when the server ends
   */
  async clean(task: CleaningTask): Promise<CleaningOutcome> {
    if (this.#isEnding) throw new ProblemError('unavailable', { retryAfter: 5 });
    const child = fork(program, {
      serialization: 'advanced',
      execArgv: [],
      // Windows starts nothing without the one; nothing else is any of its business.
      env: { SystemRoot: process.env['SystemRoot'] },
      // Codecs write about damaged files there, over and over.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const order = { task, mostMemory: this.#mostMemory };
    const running = outcomeOf(child, order).finally(() => this.#running.delete(child));
    this.#running.set(child, running);
    const outcome = await running;
    // A process that ended with the server says nothing about the file.
    if (this.#isEnding) throw new ProblemError('unavailable', { retryAfter: 5 });
    return outcome;
  }

  /** Ends what is running; those who wait are asked to come back. */
  async close(): Promise<void> {
    this.#isEnding = true;
    for (const child of this.#running.keys()) child.kill('SIGKILL');
    await Promise.allSettled(this.#running.values());
  }
}

async function outcomeOf(child: ChildProcess, order: CleaningOrder): Promise<CleaningOutcome> {
  const timer = setTimeout(() => child.kill('SIGKILL'), longestMs);
  let outcome: CleaningOutcome = { error: 'attachment_too_large' };
  await new Promise<void>((resolve) => {
    child.once('message', (message) => (outcome = message as CleaningOutcome));
    child.once('error', () => resolve());
    child.once('close', () => resolve());
    child.send(order, () => {});
  });
  clearTimeout(timer);
  return outcome;
}
