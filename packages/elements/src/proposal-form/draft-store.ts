import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { Attempt } from '../submission/attempt-key.js';
import { emptyContent, type ProposalContent } from './proposal-content.js';

/** What is kept of a form that was not sent yet. Consent is never kept: it is given anew. */
export interface Draft {
  readonly content: Omit<ProposalContent, 'consent'>;
  /** The last press of send, so that pressing again after a reload repeats it rather than adding to it. */
  readonly attempt: Attempt | undefined;
}

/** How long typing must rest before it is written, in milliseconds. */
const rest = 250;

/**
 * The draft of one form, on this device. Where the browser keeps nothing (private windows, sandboxed pages,
 * a full disk) every method quietly does nothing: the form works without.
 */
export class DraftStore {
  readonly #name: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: Draft | undefined;
  // One write at a time and in order: an erase must not be overtaken by the write before it.
  #queue: Promise<unknown> = Promise.resolve();

  /** `name` tells the forms of one browser apart. */
  constructor(name: string) {
    this.#name = name;
  }

  /** The draft of an earlier visit; undefined when there is none, or none that can be read. */
  async read(): Promise<Draft | undefined> {
    const stored = await quietly(() => get<Partial<Draft>>(this.#name, store()));
    if (!stored?.content) return undefined;
    const { consent: _consent, ...known } = emptyContent;
    return { content: { ...known, ...stored.content }, attempt: stored.attempt };
  }

  /** Keeps `draft`, once typing rests. */
  write(draft: Draft): void {
    this.#pending = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), rest);
  }

  /** Keeps what waits to be kept, now: the page may be about to go. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const draft = this.#pending;
    this.#pending = undefined;
    if (draft) await this.#enqueue(() => set(this.#name, draft, store()));
  }

  /** Leaves nothing of the draft on this device. */
  async erase(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pending = undefined;
    await this.#enqueue(() => del(this.#name, store()));
  }

  #enqueue(work: () => Promise<unknown>): Promise<unknown> {
    this.#queue = this.#queue.then(() => quietly(work));
    return this.#queue;
  }
}

let opened: UseStore | undefined;

// Opened at the first use: a page that shows no form opens no database.
function store(): UseStore {
  return (opened ??= createStore('nafida', 'drafts'));
}

async function quietly<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
