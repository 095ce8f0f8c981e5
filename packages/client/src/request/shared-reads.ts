import { underSignals } from './under-signals.js';

interface SharedRead {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  readers: number;
}

/**
 * Makes one request of identical reads that are under way together: thirty elements on one page ask once. One
 * reader leaving disturbs no other; the request ends when the last has left.
 */
export class SharedReads {
  readonly #running = new Map<string, SharedRead>();

  /** Joins the read called `key`, or starts it with `start`. Rejects with the signal's reason once aborted. */
  async join<Value>(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    signal?.throwIfAborted();
    const read = this.#running.get(key) ?? this.#start(key, start);
    read.readers++;
    try {
      return await underSignals([signal], () => read.answer as Promise<Value>);
    } finally {
      read.readers--;
      if (read.readers === 0) this.#end(key, read);
    }
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<unknown>): SharedRead {
    const controller = new AbortController();
    const answer = start(controller.signal);
    const read = { answer, controller, readers: 0 };
    this.#running.set(key, read);
    // A read after the answer sends a new request.
    const settled = () => this.#forget(key, read);
    answer.then(settled, settled);
    return read;
  }

  #end(key: string, read: SharedRead) {
    this.#forget(key, read);
    read.controller.abort();
  }

  #forget(key: string, read: SharedRead) {
    if (this.#running.get(key) === read) this.#running.delete(key);
  }
}
