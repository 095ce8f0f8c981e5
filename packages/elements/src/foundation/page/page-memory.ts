import { toJson } from '@nafida/client/natives.js';
import type { LitElement, ReactiveController } from 'lit';
import { readHash, writeHash } from './page-hash.js';

/**
 * What the address says of a choice, by its name in it: null where it says that nothing is chosen. What the page itself says
 * holds for a name that is missing. Names of other elements are among it.
 */
export type Recalled<Name extends string> = Partial<Record<Name, string | null>>;

/**
 * What a person chose in one element, in the hash of the page's address: it is there after a reload, on the way back and
 * for everybody who gets the address. Several elements share the hash, each under names of its own.
 */
export class PageMemory<Name extends string> implements ReactiveController {
  readonly #host: LitElement;
  readonly #names: readonly Name[];
  readonly #onRemembered: (values: Recalled<Name>) => void;
  #listening: AbortController | undefined;
  #remembers = false;
  #isRecalled = false;
  /** Our part of the hash as it was last read or written here. */
  #known = '';

  /** `onRemembered` is called with what the address says, at first and whenever it says something else. */
  constructor(
    host: LitElement,
    names: readonly Name[],
    onRemembered: (values: Recalled<Name>) => void,
  ) {
    this.#host = host;
    this.#names = names;
    this.#onRemembered = onRemembered;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    window.addEventListener(
      'hashchange',
      () => {
        if (this.#remembers && this.#own() !== this.#known) this.#recall();
      },
      { signal: this.#listening.signal },
    );
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  /** Starts to remember: what the address says comes first. */
  remember(): void {
    if (this.#remembers) return;
    this.#remembers = true;
    this.#recall();
  }

  /** Puts `values` into the address, once it remembers. */
  write(values: Readonly<Record<Name, string | null>>): void {
    // An element that has left may still draw once more: the page is not its own any longer.
    if (!this.#remembers || !this.#host.isConnected) return;
    // Changed a moment ago, and the event that says so is still to come: writing would undo it.
    if (this.#own() !== this.#known) {
      this.#recall();
      return;
    }
    const hash = writeHash(location.hash, values);
    if (hash === undefined || hash === location.hash) return;
    // The page's own state stays, and going back leaves the page as it would without us.
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
    this.#known = this.#own();
  }

  #recall(): void {
    this.#known = this.#own();
    const values: Recalled<string> = readHash(location.hash);
    // At first, what the page itself says holds where its address says nothing.
    if (this.#isRecalled) for (const name of this.#names) values[name] ??= null;
    this.#isRecalled = true;
    this.#onRemembered(values);
  }

  #own(): string {
    const values = readHash(location.hash);
    return toJson(this.#names.map((name) => values[name]));
  }
}
