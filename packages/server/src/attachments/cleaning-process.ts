import { Worker } from 'node:worker_threads';
import type { CleaningOutcome, CleaningTask } from './cleaning-worker.js';

/** A file to clean, and the bytes of memory that this process may take for it. */
export interface CleaningOrder {
  readonly task: CleaningTask;
  readonly mostMemory: number;
}

/** Further limits for one file: milliseconds of processor time, megabytes of objects. */
const most = { cpuMs: 30_000, heapMb: 300 };

const watchMs = 50;

process.once('disconnect', () => process.exit());
process.once('message', ({ task, mostMemory }: CleaningOrder) => {
  // In a thread, so that this one can watch what it takes.
  const worker = new Worker(new URL('./cleaning-worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: most.heapMb },
  });
  worker.once('message', answer);
  worker.once('error', (error) => {
    const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    answer({ error: isFull ? 'attachment_too_large' : 'attachment_unreadable' });
  });
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const isTooMuch = process.memoryUsage.rss() > mostMemory;
    if (isTooMuch || (user + system) / 1_000 > most.cpuMs) {
      answer({ error: 'attachment_too_large' });
    }
  }, watchMs);
});

function answer(outcome: CleaningOutcome): void {
  process.send?.(outcome, () => process.exit());
}
