import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Calls `onReturn` when what the element shows may have grown old: the page was brought back by the back
 * button, its tab is looked at again, or the connection is there again.
 */
export class PageReturnController implements ReactiveController {
  readonly #onReturn: () => void;
  #ending: AbortController | undefined;

  constructor(host: ReactiveControllerHost, onReturn: () => void) {
    this.#onReturn = onReturn;
    host.addController(this);
  }

  hostConnected(): void {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    window.addEventListener(
      'pageshow',
      (event) => {
        if (event.persisted) this.#onReturn();
      },
      { signal },
    );
    window.addEventListener('online', () => this.#onReturn(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') this.#onReturn();
      },
      { signal },
    );
  }

  hostDisconnected(): void {
    this.#ending?.abort();
  }
}
