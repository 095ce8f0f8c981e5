import type { LitElement, ReactiveController } from 'lit';

/** How long things must rest before they are read out, in milliseconds: typing changes them with every key. */
const delay = 600;

/**
 * What a screen reader says about something that changed, once the person rests. The host draws `text` in an
 * element with `role="status"` that is always there.
 */
export class StatusController implements ReactiveController {
  /** The latest words; empty for none. */
  text = '';

  readonly #host: LitElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Has `text` read out soon, instead of whatever was waiting to be. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.text = text;
      this.#host.requestUpdate();
    }, delay);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
