import type { LitElement } from 'lit';
import type { ListSituation } from './combobox-keys.js';
import type { PickerPopup, PickerPopupOptions } from './picker-popup.js';

/** What keys mean while the list has not been opened yet. */
const closed: ListSituation = {
  isOpen: false,
  isBrowsing: true,
  hasActiveRow: false,
  canDescend: false,
  canAscend: false,
};

/** The popup of a picker. List and search are loaded when a person comes to the field: nobody else needs them. */
export class LazyPopup {
  readonly #host: LitElement;
  readonly #options: PickerPopupOptions;
  #part: PickerPopup | undefined;
  #loading: Promise<void> | undefined;
  #hasFailed = false;
  #isAwaited = false;
  #closings = 0;

  constructor(host: LitElement, options: PickerPopupOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Undefined until loaded. */
  get part(): PickerPopup | undefined {
    return this.#part;
  }

  /** Whether the list is open. */
  get isOpen(): boolean {
    return this.#part?.isOpen ?? false;
  }

  /** Whether its code could not be loaded. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** A person waits for it: its code is still on its way. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  /** What the meaning of a key depends on, beside the text of the field. */
  get situation(): ListSituation {
    return this.#part?.situation ?? closed;
  }

  /** Loads it. Resolves also where that fails. */
  load(): Promise<void> {
    this.#loading ??= import('./picker-popup.js').then(
      ({ PickerPopup }) => {
        this.#hasFailed = false;
        this.#part = new PickerPopup(this.#host, this.#options);
      },
      () => {
        this.#hasFailed = true;
        this.#loading = undefined;
        this.#host.requestUpdate();
      },
    );
    return this.#loading;
  }

  /** Acts on it: at once when it is here, else when it has come, unless it was closed meanwhile. */
  use(act: (popup: PickerPopup) => void): void {
    if (this.#part) {
      act(this.#part);
      return;
    }
    const closings = this.#closings;
    this.#await(true);
    void this.#host.updateComplete
      .then(() => this.load())
      .then(() => {
        if (closings !== this.#closings) return;
        this.#await(false);
        if (this.#part && this.#host.isConnected) act(this.#part);
      });
  }

  /** Closes it, and what waits for it does not happen. */
  close(): void {
    this.#closings += 1;
    this.#await(false);
    this.#part?.close();
  }

  #await(isAwaited: boolean): void {
    if (isAwaited !== this.#isAwaited) this.#host.requestUpdate();
    this.#isAwaited = isAwaited;
  }
}
