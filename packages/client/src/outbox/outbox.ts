import type { ProposalInput } from '@nafida/contract';
import type { Client } from '../client.js';
import { isNafidaError } from '../errors/is-nafida-error.js';
import { expiryOf, type OutboxItem, type SealedFile, type WaitingItem } from './outbox-item.js';
import { OutboxStore } from './outbox-store.js';
import { serviceNameOf } from './presence.js';
import { lastingProblemOf } from './lasting-problem.js';
import { SealedFiles } from './sealed-files.js';

/** The options of {@link Outbox.keep} besides the proposal. */
export interface KeepOptions {
  /** The key that the proposal was tried with: it goes out with the same one. */
  readonly idempotencyKey: string;
  /** True if a try may have reached the server, as the client's error says. */
  readonly maybeSent?: boolean;
  /** Photos and documents, which are sent before it; `input` does not name them. */
  readonly files?: readonly SealedFile[];
}

/** See {@link createOutbox}. */
export interface OutboxOptions {
  /** `page` keeps nothing on the device; default: `device`. */
  readonly storage?: 'device' | 'page';
  /** The clock, in milliseconds since 1970; default: the device's. */
  readonly now?: () => number;
}

/** Proposals that wait for a connection; see {@link createOutbox}. */
export interface Outbox {
  /** Seals a proposal and keeps it until it has gone. The same key twice is one item. */
  keep(input: ProposalInput, options: KeepOptions): Promise<OutboxItem>;
  /** Waiting proposals, refused proposals, and receipts of sent ones, oldest first. */
  list(): Promise<readonly OutboxItem[]>;
  /** Erases an item. What has reached the server stays there. */
  remove(id: string): Promise<void>;
  /** Sends what waits, now. Resolves when all has gone or the line has failed; never rejects. */
  flush(): Promise<void>;
  /** Calls `listener` when the list may have changed, in this page or another. Returns what ends that. */
  onChange(listener: () => void): () => void;
  /** Ends sending by itself and all listening; what is kept stays. */
  close(): void;
}

const firstDelayMs = 15_000;
const longestDelayMs = 300_000;

/**
 * The outbox of a client's site: proposals that could not be sent without a connection. They are stored in IndexedDB
 * and sent once, by one page at a time (Web Locks), when a page with this outbox is opened, shown again or gets a
 * connection, and now and then while it is open. If the browser cannot store them, the open page keeps them (`keptIn:
 * 'page'`). After sending, only the receipt stays, until it is removed.
 */
export function createOutbox(client: Client, options: OutboxOptions = {}): Outbox {
  const outbox = new PageOutbox(client, options);
  void outbox.flush();
  return outbox;
}

class PageOutbox implements Outbox {
  readonly #client: Client;
  readonly #service: string;
  readonly #store: OutboxStore;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #ending = new AbortController();
  readonly #channel: BroadcastChannel | undefined;
  #flushing: Promise<void> | undefined;
  #isAskedAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delayMs = firstDelayMs;
  #sending: { readonly id: string; readonly ending: AbortController } | undefined;

  constructor(client: Client, { storage = 'device', now = Date.now }: OutboxOptions) {
    this.#client = client;
    this.#service = serviceNameOf(client);
    this.#store = new OutboxStore(storage === 'device' ? this.#service : undefined);
    this.#now = now;
    this.#channel = openChannel(`nafida-outbox ${this.#service}`, () => this.#notify());
    this.#watchPage();
  }

  async keep(
    input: ProposalInput,
    { idempotencyKey: id, maybeSent = false, files = [] }: KeepOptions,
  ): Promise<OutboxItem> {
    const item: WaitingItem = {
      ...{ state: 'waiting', id, keptAt: this.#now(), input, maybeSent },
      ...(files.length > 0 && { files }),
    };
    const earlier = await this.#store.get(id);
    const isSettled = earlier !== undefined && earlier.state !== 'refused';
    const kept = isSettled ? earlier : await this.#store.add(item);
    this.#changed();
    this.#tryLater();
    return kept;
  }

  list(): Promise<readonly OutboxItem[]> {
    return this.#store.list();
  }

  async remove(id: string): Promise<void> {
    await this.#store.remove(id);
    if (this.#sending?.id === id) this.#sending.ending.abort();
    this.#changed();
  }

  flush(): Promise<void> {
    // A proposal that was added during the run is found by a second look.
    this.#isAskedAgain = true;
    this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#ending.abort();
    this.#sending?.ending.abort();
    this.#channel?.close();
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #watchPage(): void {
    const { signal } = this.#ending;
    const tryNow = () => {
      this.#delayMs = firstDelayMs;
      void this.flush();
    };
    // Workers and Node have neither.
    globalThis.addEventListener?.('online', tryNow, { signal });
    globalThis.addEventListener?.('pageshow', tryNow, { signal });
    globalThis.document?.addEventListener(
      'visibilitychange',
      () => {
        if (!document.hidden) tryNow();
      },
      { signal },
    );
  }

  async #flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#isAskedAgain && !this.#ending.signal.aborted) {
      this.#isAskedAgain = false;
      if ((await this.#waiting()).length === 0) return;
      try {
        await alone(`nafida-outbox ${this.#service}`, this.#ending.signal, () => this.#sendAll());
      } catch {
        // Closed while another page was at it.
        return;
      }
    }
    if ((await this.#waiting()).length > 0) this.#tryLater();
  }

  async #waiting(): Promise<(OutboxItem & WaitingItem)[]> {
    const items = await this.#store.list();
    return items.filter((item): item is OutboxItem & WaitingItem => item.state === 'waiting');
  }

  async #sendAll(): Promise<void> {
    for (const { id } of await this.#waiting()) {
      // Removed meanwhile, or sent by a page that had the lock before.
      const item = await this.#store.get(id);
      if (item?.state !== 'waiting') continue;
      if (!(await this.#send(item)) || this.#ending.signal.aborted) return;
    }
  }

  /** Sends one item and stores the result. False if there is no connection: then the others are not tried. */
  async #send(waiting: WaitingItem): Promise<boolean> {
    const { id, keptAt, input, files, maybeSent } = waiting;
    const item = { id, keptAt };
    const content = { input, ...(files && { files }) };
    const expiresAt = expiryOf(waiting);
    if (this.#now() >= expiresAt) {
      await this.#replace({
        ...{ ...item, ...content, state: 'refused' },
        refusal: { reason: 'expired', issues: [] },
      });
      return true;
    }
    const ending = new AbortController();
    this.#sending = { id, ending };
    const sealed = new SealedFiles(this.#client, waiting, (changed) => this.#replace(changed));
    try {
      const receipt = await sealed.create(ending.signal);
      await this.#replace({ ...item, state: 'sent', receipt });
      return true;
    } catch (error) {
      if (ending.signal.aborted) return true;
      const problem = lastingProblemOf(error);
      if (problem) {
        await this.#replace({ ...item, ...content, state: 'refused', refusal: problem });
        return true;
      }
      if (isNafidaError(error)) {
        if (error.maybeSent && !maybeSent && sealed.hasArrived) {
          await this.#replace({ ...sealed.item, maybeSent: true });
        }
        if (error.kind === 'problem') this.#waitAtLeast(error.retryAfter);
      }
      return false;
    } finally {
      this.#sending = undefined;
    }
  }

  async #replace(item: Parameters<OutboxStore['replace']>[0]): Promise<void> {
    await this.#store.replace(item);
    this.#changed();
  }

  /** A line can be back without any event that says so. */
  #tryLater(): void {
    clearTimeout(this.#timer);
    if (this.#ending.signal.aborted) return;
    this.#timer = setTimeout(() => void this.flush(), this.#delayMs);
    // A program that has nothing else to do may end: what waits is kept, or lost with it in any case.
    this.#timer.unref?.();
    this.#delayMs = Math.min(longestDelayMs, this.#delayMs * 2);
  }

  #waitAtLeast(seconds = 0): void {
    this.#delayMs = Math.max(this.#delayMs, seconds * 1000);
  }

  #changed(): void {
    this.#channel?.postMessage(null);
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Runs `work` while no other page of this origin runs it. Without Web Locks two pages may both send an item: its
 * key makes that one proposal.
 */
async function alone(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (locks) await locks.request(name, { signal }, work);
  else await work();
}

/** Undefined if pages cannot talk to each other. */
function openChannel(name: string, onMessage: () => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = onMessage;
    // Node would wait for messages for ever.
    (channel as { unref?: () => void }).unref?.();
    return channel;
  } catch {
    return undefined;
  }
}
