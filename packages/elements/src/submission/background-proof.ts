import type { Client } from '@nafida/client';
import { diagnose } from '@nafida/client/core.js';
import type { ProvenOperation } from '@nafida/contract';

/**
 * The proof of work of one create, found while the person types. It is not an error here when none is found: sending
 * then makes one itself, and says what is wrong.
 */
export class BackgroundProof {
  readonly #operation: ProvenOperation;
  #solving: Promise<string | undefined> | undefined;
  #ending: AbortController | undefined;

  constructor(operation: ProvenOperation) {
    this.#operation = operation;
  }

  /** Starts once; called with every key that is typed. */
  start(client: Client): void {
    if (this.#solving) return;
    const ending = new AbortController();
    this.#ending = ending;
    this.#solving = client.challenges
      .solve(this.#operation, { signal: ending.signal })
      .catch((error: unknown) => {
        // The next key tries again, unless that were of no use.
        if (this.#ending === ending && !diagnose(error).isLasting) this.#solving = undefined;
        return undefined;
      });
  }

  /** The proof as soon as it is found; undefined when none was begun or it could not be found. */
  async take(): Promise<string | undefined> {
    return this.#solving;
  }

  /** Forgets the proof: it was used, or nobody needs it. */
  drop(): void {
    this.#ending?.abort();
    this.#ending = undefined;
    this.#solving = undefined;
  }
}
