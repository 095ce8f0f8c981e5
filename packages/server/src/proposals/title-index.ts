import { nearEnough, nearnessTo } from '@nafida/contract';

/** How many of those that share most stems are looked at letter by letter. */
export const mostCompared = 40;

/** How many titles that share stems are counted: a word in every tenth title must not cost reading every tenth row. */
export const mostCounted = 400;

/** A published proposal as it is found by its title. */
export interface Titled {
  readonly reference: string;
  readonly consultation: string;
  /** The stems of its title: `topicStems`. */
  readonly stems: readonly string[];
}

/** One that shares stems with the title that is asked for. */
export interface Sharing {
  readonly reference: string;
  readonly stems: readonly string[];
  /** How many stems it shares. */
  readonly shared: number;
}

/** One whose title is about the same. */
export interface Near extends Sharing {
  /** 0 to 1. */
  readonly nearness: number;
}

/** The stems of the published titles of a site, newest first. */
export class TitleIndex {
  readonly #newestFirst: readonly Titled[];
  /** The positions of the titles that have a stem. */
  readonly #places = new Map<string, number[]>();

  constructor(newestFirst: readonly Titled[]) {
    this.#newestFirst = newestFirst;
    for (const [place, { stems }] of newestFirst.entries()) {
      for (const stem of stems) {
        const places = this.#places.get(stem);
        if (places) places.push(place);
        else this.#places.set(stem, [place]);
      }
    }
  }

  get size(): number {
    return this.#newestFirst.length;
  }

  /** All of it, by references. */
  titled(): Map<string, Titled> {
    return new Map(this.#newestFirst.map((each) => [each.reference, each]));
  }

  /**
   * Titles that share all of these stems, and the newest of those that share two (one, if there is only one): most
   * common stems first, then the newest.
   */
  sharing(asked: readonly string[], consultation: string | undefined): Sharing[] {
    const counts = new Uint8Array(this.#newestFirst.length);
    for (const stem of asked) {
      for (const place of this.#places.get(stem) ?? []) counts[place]! += 1;
    }
    const least = Math.min(2, asked.length);
    const found: Sharing[] = [];
    let whole = 0;
    // Counted by hand: an iterator over tens of thousands of places takes longer than all the rest.
    for (let place = 0; place < counts.length; place++) {
      const shared = counts[place]!;
      if (shared < least || !this.#isIn(place, consultation)) continue;
      if (found.length >= mostCounted && whole >= mostCompared) break;
      const isWhole = shared === asked.length && whole < mostCompared;
      if (isWhole) whole += 1;
      if (!isWhole && found.length >= mostCounted) continue;
      const { reference, stems } = this.#newestFirst[place]!;
      found.push({ reference, stems, shared });
    }
    return found.sort((one, other) => other.shared - one.shared);
  }

  #isIn(place: number, consultation: string | undefined): boolean {
    return consultation === undefined || this.#newestFirst[place]?.consultation === consultation;
  }
}

/** Those that are near, of some that share stems; nearest first. */
export function nearestOf(asked: readonly string[], sharing: readonly Sharing[]): Near[] {
  const nearness = nearnessTo(asked);
  return sharing
    .map((each) => ({ ...each, nearness: nearness(each.stems) }))
    .filter(({ nearness }) => nearness >= nearEnough)
    .sort((one, other) => other.nearness - one.nearness);
}
