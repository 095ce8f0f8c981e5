import { ProblemError } from '../operations/problem-error.js';

/** How many files wait: of all senders, and of one. */
const most = { waiting: 60, ofOne: 10 };

interface Waiting {
  readonly sender: string;
  readonly start: () => Promise<void>;
}

/**
 * Lets few files be checked at a time: one of each sender, and senders in turn. A sender of many or slow files delays
 * only their own.
 */
export class CleaningLanes {
  #waiting: readonly Waiting[] = [];
  readonly #running = new Set<string>();
  readonly #atOnce: number;
  /** When each of those who wait was last let in, counted in turns. */
  readonly #turns = new Map<string, number>();
  #turn = 0;

  /** @param atOnce how many files are checked at the same time */
  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** How many files are checked, and how many wait. */
  get figures(): { running: number; waiting: number } {
    return { running: this.#running.size, waiting: this.#waiting.length };
  }

  /**
   * The result of `work`, once it is the sender's turn. The file does not have to be in memory before.
   *
   * @throws ProblemError `unavailable` while too many wait
   */
  inTurn<Result>(sender: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#waiting.length >= most.waiting || this.#waitingOf(sender) >= most.ofOne) {
      throw new ProblemError('unavailable', { retryAfter: 5 });
    }
    return new Promise((resolve, reject) => {
      const start = () => work().then(resolve, reject);
      this.#waiting = [...this.#waiting, { sender, start }];
      this.#startNext();
    });
  }

  #startNext(): void {
    if (this.#running.size >= this.#atOnce) return;
    const lastTurn = ({ sender }: Waiting) => this.#turns.get(sender) ?? 0;
    const [next] = this.#waiting
      .filter(({ sender }) => !this.#running.has(sender))
      .sort((one, other) => lastTurn(one) - lastTurn(other));
    if (!next) return;
    const { sender } = next;
    this.#waiting = this.#waiting.filter((each) => each !== next);
    this.#running.add(sender);
    this.#turns.set(sender, (this.#turn += 1));
    void next.start().finally(() => {
      this.#running.delete(sender);
      if (this.#waitingOf(sender) === 0) this.#turns.delete(sender);
      this.#startNext();
    });
  }

  #waitingOf(sender: string): number {
    return this.#waiting.filter((each) => each.sender === sender).length;
  }
}
