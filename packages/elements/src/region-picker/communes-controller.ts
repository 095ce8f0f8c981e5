import { communesLoaded, loadCommunes } from '@nafida/territory/look-up.js';
import type { LitElement, ReactiveController } from 'lit';

/** Whether communes and arrondissements can be found. */
export type CommunesState = 'absent' | 'loading' | 'failed' | 'ready';

/** Fetches the communes when they are first needed; after a failure the next `load` tries again. */
export class CommunesController implements ReactiveController {
  readonly #host: LitElement;
  #state: Exclude<CommunesState, 'ready'> = 'absent';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get state(): CommunesState {
    return communesLoaded() ? 'ready' : this.#state;
  }

  hostConnected(): void {}

  load(): void {
    if (this.state === 'ready' || this.state === 'loading') return;
    this.#state = 'loading';
    this.#host.requestUpdate();
    loadCommunes()
      .catch(() => {
        this.#state = 'failed';
      })
      .finally(() => this.#host.requestUpdate());
  }
}
