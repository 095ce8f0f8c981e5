import type { Client } from '@nafida/client';
import type { Outbox, OutboxItem, SentItem } from '@nafida/client/outbox';
import { createOutbox } from '@nafida/client/outbox';
import type { Unsent } from '../submit/proposal-submission.js';

// One outbox for all forms of the page that talk to the same service; it lives as long as the page.
const outboxes = { device: new WeakMap<Client, Outbox>(), page: new WeakMap<Client, Outbox>() };

/** What waits on this device to be sent, for one form. Knows no DOM. */
export class OutboxController {
  readonly #onChange: () => void;
  #client: Client | undefined;
  #outbox: Outbox | undefined;
  #stopListening: (() => void) | undefined;
  #items: readonly OutboxItem[] = [];
  #isTrying = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Oldest first. */
  get items(): readonly OutboxItem[] {
    return this.#items;
  }

  /** True while somebody waits for {@link tryNow}. */
  get isTrying(): boolean {
    return this.#isTrying;
  }

  /** The oldest receipt of what has gone meanwhile. */
  get sent(): (OutboxItem & SentItem) | undefined {
    return this.#items.find((item): item is OutboxItem & SentItem => item.state === 'sent');
  }

  /** Shows what waits for this client's service. Sending by itself begins with the first form of the page. */
  follow(client: Client, storage: 'device' | 'page'): void {
    if (client === this.#client) return;
    this.leave();
    this.#client = client;
    this.#outbox = outboxes[storage].get(client) ?? createOutbox(client, { storage });
    outboxes[storage].set(client, this.#outbox);
    this.#stopListening = this.#outbox.onChange(() => void this.#read());
    void this.#read();
  }

  /** No form shows it any longer. What waits goes on waiting. */
  leave(): void {
    this.#stopListening?.();
    this.#client = undefined;
    this.#items = [];
  }

  async keep({ input, ...options }: Unsent): Promise<void> {
    await this.#outbox!.keep(input, options);
    await this.#read();
  }

  /** Tries to send what waits; resolves when it has gone or cannot. */
  async tryNow(): Promise<void> {
    if (this.#isTrying) return;
    this.#isTrying = true;
    this.#onChange();
    await this.#outbox!.flush();
    await this.#read();
    this.#isTrying = false;
    this.#onChange();
  }

  async remove(id: string): Promise<void> {
    await this.#outbox!.remove(id);
    await this.#read();
  }

  async #read(): Promise<void> {
    const outbox = this.#outbox!;
    const items = await outbox.list();
    if (outbox !== this.#outbox || !this.#client) return;
    this.#items = items;
    this.#onChange();
  }
}
