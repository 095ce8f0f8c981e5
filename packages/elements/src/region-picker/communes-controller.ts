import { communesLoaded, loadCommunes } from '@nafida/territory/look-up.js';
import type { LitElement } from 'lit';

/** Whether communes and arrondissements can be found. */
export type CommunesState = 'absent' | 'loading' | 'failed' | 'ready';

/** Fetches the communes when they are first needed; after a failure the next `load` tries again. */
export class CommunesController {
  readonly #host: LitElement;
  #state: Exclude<CommunesState, 'ready'> = 'absent';
  #loading: Promise<void> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  get state(): CommunesState {
    return communesLoaded() ? 'ready' : this.#state;
  }

  /** Resolves when they are here, and also when they cannot be fetched, which {@link state} then says. */
  load(): Promise<void> {
    if (this.state === 'ready') return Promise.resolve();
    if (this.#loading) return this.#loading;
    this.#state = 'loading';
    this.#host.requestUpdate();
    this.#loading = loadCommunes()
      .catch(() => {
        this.#state = 'failed';
      })
      .finally(() => {
        this.#loading = undefined;
        this.#host.requestUpdate();
      });
    return this.#loading;
  }
}
