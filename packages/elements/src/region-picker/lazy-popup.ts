import type { LitElement } from 'lit';
import type { PickerPopup, PickerPopupOptions } from './picker-popup.js';

/** The popup of a picker. List and search are loaded when a person comes to the field: nobody else needs them. */
export class LazyPopup {
  /** Undefined until loaded. */
  part: PickerPopup | undefined;
  /** Whether its code could not be loaded. */
  failed = false;
  /** A person waits for it: its code is still on its way. */
  isAwaited = false;

  readonly #host: LitElement;
  readonly #options: PickerPopupOptions;
  #loading: Promise<void> | undefined;
  #closings = 0;

  constructor(host: LitElement, options: PickerPopupOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether the list is open. */
  get isOpen(): boolean {
    return this.part?.isOpen ?? false;
  }

  /** Loads it. Resolves also where that fails. */
  load(): Promise<void> {
    this.#loading ??= import('./picker-popup.js').then(
      ({ PickerPopup }) => {
        this.failed = false;
        this.part = new PickerPopup(this.#host, this.#options);
      },
      () => {
        this.failed = true;
        this.#loading = undefined;
        this.#host.requestUpdate();
      },
    );
    return this.#loading;
  }

  /** Acts on it: at once when it is here, else when it has come, unless it was closed meanwhile. */
  use(act: (popup: PickerPopup) => void): void {
    if (this.part) {
      act(this.part);
      return;
    }
    const closings = this.#closings;
    this.#await(true);
    void this.#host.updateComplete
      .then(() => this.load())
      .then(() => {
        if (closings !== this.#closings) return;
        this.#await(false);
        if (this.part && this.#host.isConnected) act(this.part);
      });
  }

  /** Closes it, and what waits for it does not happen. */
  close(): void {
    this.#closings += 1;
    this.#await(false);
    this.part?.close();
  }

  #await(isAwaited: boolean): void {
    if (isAwaited !== this.isAwaited) this.#host.requestUpdate();
    this.isAwaited = isAwaited;
  }
}
