import { createIdempotencyKey } from '@nafida/client/idempotency-key.js';
import { toJson } from '@nafida/client/natives.js';

/** One attempt to send: the exact content, and the key that names it through all its tries. */
export interface Attempt {
  readonly content: string;
  readonly key: string;
}

/**
 * The idempotency key of what is being sent: made at the first press of send, the same for every further press
 * until the content changes. However often a press is repeated, one effect comes of it.
 */
export class AttemptKey {
  #attempt: Attempt | undefined;

  /** The latest attempt, to be kept with a draft; undefined before the first press. */
  get attempt(): Attempt | undefined {
    return this.#attempt;
  }

  /** Continues with an attempt of an earlier visit, or with none. */
  restore(attempt: Attempt | undefined): void {
    this.#attempt = attempt;
  }

  /** The key for `content`, plain data. */
  for(content: unknown): string {
    const text = toJson(content);
    if (text !== this.#attempt?.content) {
      this.#attempt = { content: text, key: createIdempotencyKey() };
    }
    return this.#attempt.key;
  }
}
