import { ProblemError } from '../operations/problem-error.js';

/** Who waits for the database: strangers who read, strangers who send, or staff. */
export type Asker = 'read' | 'send' | 'staff';

/**
 * How long each waits for its turn, in milliseconds. A page that is read can be asked for again; what somebody sends is worth
 * more patience.
 */
const patience: Readonly<Record<Asker, number>> = { read: 1_000, send: 30_000, staff: 30_000 };

/**
 * How many of each may wait; further requests are rejected at once. There are not more reads than can get a turn while
 * they wait, because requests that give up at one instant are all answered at that instant, and nobody else meanwhile.
 */
const longestLine: Readonly<Record<Asker, number>> = { read: 250, send: 1_000, staff: Infinity };

/** Turns that only staff get, so that no crowd keeps them from deciding. */
const staffTurns = 2;

const retryAfter = 2;

/**
 * The queue for the database, which can only do so much at once. A request that would wait too long learns early that
 * it should come again.
 */
export class Admission {
  readonly #atOnce: number;
  readonly #roundsBetweenTurns: number;
  readonly #strangers = new Set<() => void>();
  readonly #staff = new Set<() => void>();
  readonly #waiting = { read: 0, send: 0, staff: 0 };
  readonly #shed = { read: 0, send: 0, staff: 0 };
  #running = 0;
  /** A stranger has just been called. */
  #hasCalled = false;

  /**
   * @param atOnce strangers whose work runs at the same time
   * @param roundsBetweenTurns rounds of the event loop between two turns that were waited for. Node takes one new connection
   * a round: with a turn begun in each, a crowd that comes at once waits for thousands of queries before it is even heard, and
   * a check of health with it
   */
  constructor(atOnce: number, roundsBetweenTurns: number) {
    this.#atOnce = atOnce;
    this.#roundsBetweenTurns = roundsBetweenTurns;
  }

  /** How many have a turn or wait for one, and how many were sent away so far. */
  get figures(): {
    running: number;
    waiting: number;
    staffWaiting: number;
    shed: Record<Asker, number>;
  } {
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
    if (this.#waiting[asker] >= longestLine[asker]) throw tooLate();
    return new Promise((settle, refuse) => {
      const leave = () => {
        clearTimeout(timer);
        line.delete(call);
        this.#waiting[asker] -= 1;
      };
      const call = () => {
        leave();
        this.#running += 1;
        settle();
      };
      const timer = setTimeout(() => {
        leave();
        refuse(tooLate());
      }, patience[asker]);
      line.add(call);
      this.#waiting[asker] += 1;
    });
  }

  #callNext(): void {
    const [staff] = this.#staff;
    if (staff && this.#running < this.#atOnce + staffTurns) return staff();
    const [stranger] = this.#strangers;
    if (!stranger || this.#running >= this.#atOnce || this.#hasCalled) return;
    this.#hasCalled = true;
    stranger();
    afterRounds(this.#roundsBetweenTurns, () => {
      this.#hasCalled = false;
      this.#callNext();
    });
  }
}

/** Calls `done` after as many rounds of the event loop; they take microseconds where nobody waits. */
function afterRounds(count: number, done: () => void): void {
  if (count === 0) done();
  else setImmediate(afterRounds, count - 1, done);
}
