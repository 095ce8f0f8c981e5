interface Round<Item, Result> {
  readonly items: Item[];
  readonly result: Promise<Result>;
}

/**
 * Does for many at once what each would ask the database for: while one round is under way, all who come wait for the next.
 * Nobody joins a round that has begun, which may have looked before something was written.
 */
export class Rounds<Item, Result> {
  readonly #perform: (items: readonly Item[]) => Promise<Result>;
  #last: Promise<unknown> = Promise.resolve();
  #next: Round<Item, Result> | undefined;

  /** @param perform does one round; gets the items of all, some of them twice */
  constructor(perform: (items: readonly Item[]) => Promise<Result>) {
    this.#perform = perform;
  }

  /** The result of the next round, which has these items and those of other callers. Fails if that round fails. */
  join(items: Iterable<Item>): Promise<Result> {
    this.#next ??= this.#nextRound();
    this.#next.items.push(...items);
    return this.#next.result;
  }

  #nextRound(): Round<Item, Result> {
    const items: Item[] = [];
    const result = this.#last.then(() => {
      this.#next = undefined;
      return this.#perform(items);
    });
    this.#last = result.catch(() => {});
    return { items, result };
  }
}
