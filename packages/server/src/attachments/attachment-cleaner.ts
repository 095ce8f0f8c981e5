import { Worker } from 'node:worker_threads';
import { ProblemError } from '../participation/problem-error.js';
import type { CleaningOutcome, CleaningTask } from './cleaning-worker.js';

/** Most files that wait for their turn; who comes after is asked to come back. */
const longestLine = 20;

/** What one file may take: milliseconds, and bytes of memory of the whole process on top of what it had. */
const most = { ms: 30_000, memory: 700_000_000, heapMb: 300 };

const watchMs = 100;

/**
 * Checks files and writes them anew, one at a time, each in a thread of its own: the server goes on answering, and
 * what a file does to a codec ends with the thread.
 */
export class AttachmentCleaner {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  #current: Worker | undefined;
  #isEnding = false;

  /**
   * The same file, clean, or why it is not taken.
   *
   * @throws ProblemError `unavailable` while too many wait
   */
  clean(task: CleaningTask): Promise<CleaningOutcome> {
    if (this.#waiting >= longestLine || this.#isEnding) {
      throw new ProblemError('unavailable', { retryAfter: 5 });
    }
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#run(task)).finally(() => (this.#waiting -= 1));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Ends what is running; those who wait are asked to come back. */
  async close(): Promise<void> {
    this.#isEnding = true;
    await this.#current?.terminate();
    await this.#last;
  }

  async #run(task: CleaningTask): Promise<CleaningOutcome> {
    if (this.#isEnding) throw new ProblemError('unavailable', { retryAfter: 5 });
    const worker = new Worker(new URL('./cleaning-worker.js', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: most.heapMb },
      // Codecs write about damaged files there, over and over.
      stdout: true,
      stderr: true,
    });
    this.#current = worker;
    const startedAt = performance.now();
    const memory = process.memoryUsage.rss();
    const watch = setInterval(() => {
      const isTooMuch = process.memoryUsage.rss() - memory > most.memory;
      if (isTooMuch || performance.now() - startedAt > most.ms) void worker.terminate();
    }, watchMs);
    const outcome = await new Promise<CleaningOutcome>((resolve) => {
      const giveUp = () => resolve({ refusal: 'attachment_unreadable' });
      worker.once('message', resolve);
      worker.once('error', giveUp);
      worker.once('exit', giveUp);
    });
    clearInterval(watch);
    this.#current = undefined;
    await worker.terminate();
    // What was ended with the server says nothing about the file.
    if (this.#isEnding) throw new ProblemError('unavailable', { retryAfter: 5 });
    return outcome;
  }
}
