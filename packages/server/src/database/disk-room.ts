import { statfs } from 'node:fs/promises';

/** Bytes below which nothing is stored: three segments of the log, of 16 MB each, and what a statement may need. */
const leastRoom = 64 * 1_048_576;
const lookAgainAfterMs = 100;

/** There is hardly any room left on the disk. The code is PostgreSQL's own for it. */
class DiskFullError extends Error {
  readonly code = '53100';

  constructor(directory: string) {
    super(
      `Less than ${leastRoom / 1_048_576} MB are left on the disk of ${directory}. ` +
        'Make room: until then it can be read, but nothing is stored.',
    );
  }
}

/**
 * Watches the room on a directory's disk. The embedded engine cannot bear to run out of it: without a new segment for
 * its log it goes round and round for ever, and the process with it.
 */
export class DiskRoom {
  readonly #directory: string;
  #isEnough = true;
  #lookedAt = -Infinity;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Rejects with a {@link DiskFullError} when there is too little for another write. */
  async require(): Promise<void> {
    const now = performance.now();
    if (now - this.#lookedAt > lookAgainAfterMs) {
      this.#lookedAt = now;
      const { blocks, bavail, bsize } = await statfs(this.#directory);
      // Some network file systems do not tell.
      this.#isEnough = blocks === 0 || bavail * bsize >= leastRoom;
    }
    if (!this.#isEnough) throw new DiskFullError(this.#directory);
  }
}
