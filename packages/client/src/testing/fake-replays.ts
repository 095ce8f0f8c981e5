import { FakeProblemError } from './fake-problem-error.js';

interface Replay {
  readonly content: string;
  /** Undefined while the first request is running. */
  answer?: unknown;
}

/** Remembers what each idempotency key did. */
export class FakeReplays {
  readonly #byKey = new Map<string, Replay>();

  /** Whether a request with this key has been answered or is running. */
  knows(key: string): boolean {
    return this.#byKey.has(key);
  }

  /**
   * Runs `effect` once per key. `content` is what must be the same at every use of the key. A refused effect
   * leaves no trace, so that the corrected content may be sent with the same key.
   */
  async once<Answer>(
    key: string,
    content: string,
    effect: () => Promise<Answer>,
  ): Promise<{ answer: Answer; replayed: boolean }> {
    const earlier = this.#byKey.get(key);
    if (earlier) {
      if (earlier.content !== content) throw new FakeProblemError('idempotency_mismatch');
      if (earlier.answer === undefined) throw new FakeProblemError('idempotency_in_flight');
      return { answer: earlier.answer as Answer, replayed: true };
    }
    const replay: Replay = { content };
    this.#byKey.set(key, replay);
    try {
      const answer = await effect();
      replay.answer = answer;
      return { answer, replayed: false };
    } catch (error) {
      this.#byKey.delete(key);
      throw error;
    }
  }
}
