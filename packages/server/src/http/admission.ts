import { ProblemError } from '../participation/problem-error.js';

/** Who wants something made: strangers who read, strangers who send, or staff. */
export type Asker = 'read' | 'send' | 'staff';

/**
 * How long each waits for its turn, in milliseconds. A page that is read can be asked for again; what somebody sends is worth
 * more patience.
 */
const patience: Readonly<Record<Asker, number>> = { read: 1_000, send: 30_000, staff: 30_000 };

/** Strangers in the line; whoever comes when it is full is sent away at once. */
const longestLine = 1_000;

/** Turns that only staff get, so that no crowd keeps them from deciding. */
const staffTurns = 2;

const retryAfter = 2;

/**
 * The line before the database. It carries only so much at once: whoever would wait too long hears early that they should
 * come again, instead of late, or never.
 */
export class Admission {
  readonly #atOnce: number;
  readonly #strangers = new Set<() => void>();
  readonly #staff = new Set<() => void>();
  readonly #shed = { read: 0, send: 0, staff: 0 };
  #running = 0;

  /** @param atOnce strangers whose work runs at the same time */
  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** How many have a turn or wait for one, and how many were sent away so far. */
  get figures() {
    return {
      running: this.#running,
      waiting: this.#strangers.size,
      staffWaiting: this.#staff.size,
      shed: this.#shed,
    };
  }

  /** Does `work` when its turn comes. Throws `unavailable` when that takes too long. */
  async run<Result>(asker: Asker, work: () => Promise<Result>): Promise<Result> {
    await this.#turn(asker);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#callNext();
    }
  }

  async #turn(asker: Asker): Promise<void> {
    const line = asker === 'staff' ? this.#staff : this.#strangers;
    const turns = this.#atOnce + (asker === 'staff' ? staffTurns : 0);
    if (this.#running >= turns || line.size > 0) await this.#wait(line, asker);
    else this.#running += 1;
  }

  #wait(line: Set<() => void>, asker: Asker): Promise<void> {
    const tooLate = () => {
      this.#shed[asker] += 1;
      return new ProblemError('unavailable', { retryAfter });
    };
    if (asker !== 'staff' && line.size >= longestLine) throw tooLate();
    return new Promise((settle, refuse) => {
      const call = () => {
        clearTimeout(timer);
        line.delete(call);
        this.#running += 1;
        settle();
      };
      const timer = setTimeout(() => {
        line.delete(call);
        refuse(tooLate());
      }, patience[asker]);
      line.add(call);
    });
  }

  #callNext(): void {
    const [staff] = this.#staff;
    if (staff && this.#running < this.#atOnce + staffTurns) return staff();
    const [stranger] = this.#strangers;
    if (stranger && this.#running < this.#atOnce) stranger();
  }
}
