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

  readonly #show: (text: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `show` puts the words into the page; without it the host draws again. */
  constructor(host: LitElement, show: (text: string) => void = () => host.requestUpdate()) {
    this.#show = show;
    host.addController(this);
  }

  /** Has `text` read out soon, instead of whatever was waiting to be. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (text === this.text) return;
      this.text = text;
      this.#show(text);
    }, delay);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
