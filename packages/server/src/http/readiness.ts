import { setTimeout as delay } from 'node:timers/promises';

/** For how long somebody who asked is expected to ask again, in milliseconds. */
const memoryMs = 60_000;

/**
 * Whether requests should be sent here, and whether somebody watches it. A script that starts the server asks until the
 * answer is yes; a proxy keeps asking.
 */
export class Readiness {
  #isEnding = false;
  #told = 0;
  #toldAt = 0;

  /** Whether the server is about to end. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** True once somebody was told that requests may be sent here. */
  noteAnswered(): void {
    this.#told += 1;
    this.#toldAt = performance.now();
  }

  /** From now on nothing should be sent here; comes back once those who go by that had `seconds` to hear of it. */
  async end(seconds: number): Promise<void> {
    this.#isEnding = true;
    const isWatched = this.#told > 1 && performance.now() - this.#toldAt < memoryMs;
    if (isWatched) await delay(seconds * 1_000);
  }
}
