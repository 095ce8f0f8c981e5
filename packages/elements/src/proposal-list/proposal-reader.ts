import type { Client } from '@nafida/client';
import { toJson } from '@nafida/client/natives.js';
import type { Consultation, Proposal, QueryOf } from '@nafida/contract';

/** What proposals are chosen and ordered by. */
export type ProposalQuery = Omit<QueryOf<'listProposals'>, 'cursor' | 'limit'>;

/** What the reader needs from its element. */
export interface ReaderOptions {
  readonly signal: () => AbortSignal;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

const pageLength = 20;

/** How long proposals that are there wait for the names of their axes, in milliseconds. */
const patience = () => new Promise((resolve) => setTimeout(resolve, 2_000));

/** Reads published proposals page by page, and keeps what it has when nobody answers. Knows no DOM. */
export class ProposalReader {
  readonly #options: ReaderOptions;
  #client: Client | undefined;
  #query = '{}';
  #latest: symbol | undefined;
  #items: readonly Proposal[] = [];
  #consultations: readonly Consultation[] = [];
  /** Resolves when the names of axes are there, or will not come. */
  #axesRead: Promise<void> | undefined;
  #cursor: string | null = null;
  #pages = 0;
  #error: unknown;
  #isMoreMissing = false;
  #isReading = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  get items(): readonly Proposal[] {
    return this.#items;
  }

  get consultations(): readonly Consultation[] {
    return this.#consultations;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** How many pages are shown; 0 before the first. */
  get pages(): number {
    return this.#pages;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Why what is shown is not all, or not up to date. */
  get error(): unknown {
    return this.#error;
  }

  /** What failed was the next page: all that is shown is up to date. */
  get isMoreMissing(): boolean {
    return this.#isMoreMissing;
  }

  /** Shows what `query` chooses, `pages` pages of it at first; the same again changes nothing. */
  show(client: Client, query: ProposalQuery, pages: number): void {
    const asked = toJson(query);
    if (client === this.#client && asked === this.#query && (this.#latest ?? this.#error)) return;
    if (client !== this.#client) {
      this.#consultations = [];
      this.#axesRead = this.#readConsultations(client);
    }
    this.#client = client;
    this.#query = asked;
    this.#error = undefined;
    this.#pages = 0;
    this.#items = [];
    void this.#read(pages, { isAfresh: true });
  }

  /** The next page. */
  more(): Promise<void> {
    return this.#read(1, { isAfresh: false });
  }

  /** All that is shown once more, or what could not be read. What stands there stays until it is here. */
  refresh(): Promise<void> {
    return this.#read(Math.max(1, this.#pages), { isAfresh: true });
  }

  /** Puts what is known better now in the place of what is shown. */
  replace(reference: string, changes: Partial<Proposal>): void {
    this.#items = this.#items.map((each) =>
      each.reference === reference ? { ...each, ...changes } : each,
    );
    this.#options.onChange();
  }

  /** Begins anew where it is shown again. */
  end(): void {
    this.#latest = undefined;
    this.#isReading = false;
  }

  async #read(count: number, { isAfresh }: { isAfresh: boolean }): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const { signal: signalOf, onChange, onError } = this.#options;
    const signal = signalOf();
    const read = Symbol();
    this.#latest = read;
    this.#isReading = true;
    this.#error = undefined;
    this.#isMoreMissing = false;
    onChange();
    let items = isAfresh ? [] : this.#items;
    let cursor = isAfresh ? null : this.#cursor;
    const query = JSON.parse(this.#query) as ProposalQuery;
    const list = client.proposals.list({ ...query, limit: pageLength }, { signal });
    try {
      for (let page = 0; page < count && (page === 0 || cursor !== null); page++) {
        const { items: next, nextCursor } = await list.page(cursor ?? undefined);
        if (this.#latest !== read) return;
        // What was published or supported meanwhile may have moved a proposal onto this page too.
        const known = new Set(items.map(({ reference }) => reference));
        items = [...items, ...next.filter(({ reference }) => !known.has(reference))];
        cursor = nextCursor;
      }
      // Asked for at the same time. Drawn before, each row would grow a moment later.
      await Promise.race([this.#axesRead, patience()]);
      if (this.#latest !== read) return;
      this.#pages = isAfresh ? count : this.#pages + 1;
      this.#items = items;
      this.#cursor = cursor;
    } catch (error) {
      if (this.#latest !== read || signal.aborted) return;
      this.#error = error;
      this.#isMoreMissing = !isAfresh;
      onError(error);
    }
    this.#isReading = false;
    onChange();
  }

  /** The names of axes. Without them the proposals are there all the same. */
  async #readConsultations(client: Client): Promise<void> {
    const { signal, onChange } = this.#options;
    const list = client.consultations.list({ limit: 100 }, { signal: signal() });
    const page = await list.page().catch(() => undefined);
    if (!page || client !== this.#client) return;
    this.#consultations = page.items;
    onChange();
  }
}
