import type { Client } from '@nafida/client';
import type { LitElement, ReactiveController } from 'lit';
import { ContextController } from './context-controller.js';
import { sharedClient } from './shared-client.js';
import { reportOnce } from '../page/warn-once.js';

/** How long the page may take to say where the service is, in milliseconds. */
const patience = 4_000;

/**
 * The client that an element talks through: its own `client` property, else the one that the page shares for the
 * service around the element. Draws the element again when it becomes another one.
 */
export class ClientController implements ReactiveController {
  readonly #host: LitElement & { client: Client | null };
  readonly #context: ContextController;
  readonly #isNeeded: () => boolean;
  #unusableService: string | undefined;
  #error: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLate = false;

  /** `isNeeded` says whether the element needs a service; default: it always does. */
  constructor(host: LitElement & { client: Client | null }, isNeeded = () => true) {
    this.#host = host;
    this.#isNeeded = isNeeded;
    this.#context = new ContextController(host, () => host.requestUpdate());
    host.addController(this);
  }

  /** Undefined while the page has not said where the service is, or said it wrongly. */
  get client(): Client | undefined {
    if (this.#host.client) return this.#host.client;
    const { service } = this.#context;
    if (!service) return undefined;
    const name = `"${service.api}" with site="${service.site}"`;
    try {
      const client = sharedClient(service);
      this.#error = undefined;
      return client;
    } catch (error) {
      if (name !== this.#unusableService) {
        this.#unusableService = name;
        this.#error = error;
        reportOnce(
          `Nafida: api=${name} names no service: "api" (or data-api) is the https address of the server, "site" (or data-site) a name such as berkane.`,
        );
      }
      return undefined;
    }
  }

  /** Why there is no client and none is to be expected; undefined otherwise. */
  get error(): unknown {
    return this.client ? undefined : this.#error;
  }

  hostConnected(): void {
    this.#isLate = false;
    this.#timer = setTimeout(() => {
      this.#isLate = true;
      this.#missService();
    }, patience);
  }

  hostUpdate(): void {
    this.#missService();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #missService(): void {
    if (!this.#isLate || !this.#isNeeded() || this.client || this.#error) return;
    this.#error = new Error('The page says no "api" and "site".');
    reportOnce(
      `Nafida: neither <${this.#host.localName}> nor the page says "api" and "site". Write data-site="…", with the name of your site, into the script's tag.`,
    );
    this.#host.requestUpdate();
  }
}
