import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { attemptWithin } from '../../foundation/loading/attempt-within.js';
import type { Attempt } from '../../submission/attempt-key.js';
import type { Draft, Drafts } from './draft.js';
import { heldDraft, holdDraft, releaseDraft } from './held-draft.js';
import { emptyContent } from './proposal-content.js';

/** Longest time between typing and keeping it, in milliseconds. */
const delay = 250;

/** How long the browser's storage may take, in milliseconds. Some never answer, and the form must not wait for them. */
const patience = 2_000;

/**
 * Drafts on this device. Where the browser keeps nothing (private windows, sandboxed pages, a full disk) every
 * method attemptWithin does nothing: the form works without.
 */
export class DraftStore implements Drafts {
  readonly name: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: Draft | undefined;
  /** The latest, until it is in the database: one that is being written may not arrive where the page goes. */
  #unstored: Draft | undefined;
  // One at a time and in order: an erase must not be overtaken by the write before it.
  #queue: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    this.name = name;
  }

  async read(): Promise<Draft | undefined> {
    // What a page held while it went is the latest there is.
    const held = heldDraft(this.name);
    const stored = held ?? (await attemptWithin(() => get<unknown>(this.name, store()), patience));
    const draft = isRecord(stored) ? draftIn(stored) : undefined;
    if (held && draft) {
      this.write(draft);
      void this.flush();
    }
    return draft;
  }

  write(draft: Draft): void {
    this.#unstored = this.#pending = draft;
    this.#timer ??= setTimeout(() => void this.flush(), delay);
  }

  async flush(): Promise<void> {
    const draft = this.#take();
    await this.#enqueue(async () => {
      if (!draft) return;
      await set(this.name, draft, store());
      if (draft !== this.#unstored) return;
      this.#unstored = undefined;
      releaseDraft(this.name);
    });
  }

  hold(): void {
    if (this.#unstored) holdDraft(this.name, this.#unstored);
    void this.flush();
  }

  async erase(): Promise<void> {
    this.#take();
    this.#unstored = undefined;
    releaseDraft(this.name);
    await this.#enqueue(() => del(this.name, store()));
  }

  #take(): Draft | undefined {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const draft = this.#pending;
    this.#pending = undefined;
    return draft;
  }

  #enqueue(work: () => Promise<unknown>): Promise<unknown> {
    this.#queue = this.#queue.then(() => attemptWithin(work, patience));
    return this.#queue;
  }
}

/** Another version of this form may have written it: what is not as expected is left out. */
function draftIn({ content, attempt }: Record<string, unknown>): Draft | undefined {
  if (!isRecord(content)) return undefined;
  const { consent: _consent, ...known } = emptyContent;
  const kept = Object.entries(known).map(([field, empty]) => {
    const value = content[field];
    const isExpected =
      typeof value === typeof empty && value instanceof Map === empty instanceof Map;
    return [field, isExpected ? value : empty];
  });
  return {
    content: Object.fromEntries(kept) as Draft['content'],
    attempt: isAttempt(attempt) ? attempt : undefined,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isAttempt(value: unknown): value is Attempt {
  return (
    isRecord(value) && typeof value['content'] === 'string' && typeof value['key'] === 'string'
  );
}

let opened: UseStore | undefined;

// Opened at the first use: a page that shows no form opens no database.
function store(): UseStore {
  return (opened ??= createStore('nafida', 'drafts'));
}
