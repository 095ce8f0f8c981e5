import type { LitElement, ReactiveController } from 'lit';

/** Whether the page is being printed: paper has room for every session and no buttons. */
export class PrintController implements ReactiveController {
  readonly #host: LitElement;
  #isPrinting = false;
  #ending: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  hostConnected(): void {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    window.addEventListener('beforeprint', () => this.#print(true), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
  }

  hostDisconnected(): void {
    this.#ending?.abort();
  }

  #print(isPrinting: boolean): void {
    this.#isPrinting = isPrinting;
    this.#host.requestUpdate();
    // The page is taken as soon as this listener returns.
    if (this.#host.hasUpdated) (this.#host as unknown as { performUpdate(): void }).performUpdate();
  }
}
