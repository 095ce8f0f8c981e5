import type { Session } from '@nafida/contract';
import type { Agenda } from '../agenda/agenda.js';
import type { Day } from '../day/civil-day.js';
import { addDays, addMonthsToDay } from '../day/civil-day.js';

/** What was found over all time. */
export interface Results {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Earliest first. */
  readonly coming: readonly Session[];
  /** Latest first. */
  readonly past: readonly Session[];
  readonly hasMore: boolean;
  readonly hasEarlier: boolean;
  readonly error: unknown;
}

const nothingYet: Results = {
  status: 'loading',
  coming: [],
  past: [],
  hasMore: false,
  hasEarlier: false,
  error: null,
};

/** How far back one step into the past goes, in months: agendas list the earliest first, and may be long. */
const step = 12;

/** Looks for sessions whenever they are: those to come, and year by year those that were. */
export class ResultReader {
  readonly #agenda: Agenda;
  readonly #today: Day;
  readonly #onChange: () => void;
  readonly #ending = new AbortController();
  #results = nothingYet;
  #cursor: string | undefined;
  /** First day that was not looked at yet, going back. */
  #until: Day;
  #earliest: Day | undefined;

  constructor(agenda: Agenda, today: Day, kind: 'all' | 'past', onChange: () => void) {
    this.#agenda = agenda;
    this.#today = today;
    this.#onChange = onChange;
    this.#until = addDays(today, -1);
    void this.#try(async () => {
      if (kind === 'all') await this.#readComing();
      await this.#readPast();
    });
  }

  get results(): Results {
    return this.#results;
  }

  /** Reads later sessions. */
  more(): Promise<void> {
    return this.#try(() => this.#readComing());
  }

  /** Reads earlier sessions. */
  earlier(): Promise<void> {
    return this.#try(() => this.#readPast());
  }

  /** It is no longer shown. */
  end(): void {
    this.#ending.abort();
  }

  async #readComing(): Promise<void> {
    const page = await this.#agenda.search(
      { from: this.#today, limit: 50 },
      this.#asked(this.#cursor),
    );
    this.#cursor = page.nextCursor ?? undefined;
    const coming = [...this.#results.coming, ...page.items];
    this.#set({ coming, hasMore: page.nextCursor !== null });
  }

  // Until something is found, or nothing is left before it.
  async #readPast(): Promise<void> {
    if (this.#earliest === undefined) {
      const [first] = (await this.#agenda.search({ to: this.#until, limit: 1 }, this.#asked()))
        .items;
      if (!first) return;
      this.#earliest = first.startDate;
    }
    const found: Session[] = [];
    while (found.length === 0 && this.#until >= this.#earliest) {
      const from = addDays(addMonthsToDay(this.#until, -step), 1);
      let cursor: string | undefined;
      do {
        const page = await this.#agenda.search(
          { from, to: this.#until, limit: 100 },
          this.#asked(cursor),
        );
        // What takes place today is not past, and must not end the search for past sessions.
        found.push(...page.items.filter(({ endDate }) => endDate < this.#today));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      this.#until = addDays(from, -1);
    }
    const known = new Set([...this.#results.past, ...this.#results.coming].map(({ id }) => id));
    const past = found.filter(({ id }) => !known.has(id));
    this.#set({
      past: [...this.#results.past, ...past.reverse()],
      hasEarlier: this.#until >= this.#earliest,
    });
  }

  #asked(cursor?: string) {
    return { cursor, signal: this.#ending.signal };
  }

  async #try(work: () => Promise<void>): Promise<void> {
    const { signal } = this.#ending;
    try {
      await work();
      if (!signal.aborted) this.#set({ status: 'ready', error: null });
    } catch (error) {
      if (!signal.aborted) this.#set({ status: 'failed', error });
    }
  }

  #set(changes: Partial<Results>): void {
    this.#results = { ...this.#results, ...changes };
    this.#onChange();
  }
}
