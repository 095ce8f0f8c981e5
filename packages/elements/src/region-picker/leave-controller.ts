import type { LitElement } from 'lit';

/** What happens when a person leaves the field. */
export interface LeaveOptions {
  /** The focus has gone elsewhere on the page. */
  readonly onLeave: () => void;
  /** A person who pressed outside released the pointer there. */
  readonly onRelease: () => void;
}

/** Notices that a person leaves the field, and whether they hold the pointer down outside it meanwhile. */
export class LeaveController {
  /** The pointer went down outside the field and was not released yet. */
  isPressing = false;

  readonly #host: LitElement;
  readonly #options: LeaveOptions;

  constructor(host: LitElement, options: LeaveOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The pointer went down outside the field; its release is waited for until `signal` is aborted. */
  press(signal: AbortSignal): void {
    this.isPressing = true;
    const release = () => {
      this.isPressing = false;
      if (!this.#host.matches(':focus-within')) setTimeout(this.#options.onRelease);
    };
    addEventListener('pointerup', release, { once: true, capture: true, signal });
  }

  readonly handleFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const host = this.#host;
    const { onLeave } = this.#options;
    if (!(relatedTarget instanceof Node)) {
      // Nothing of the page has the focus now. In another window it will come back, and this element keeps its place.
      setTimeout(() => {
        if ((host.getRootNode() as Document | ShadowRoot).activeElement !== host) onLeave();
      });
    } else if (!host.renderRoot.contains(relatedTarget)) {
      onLeave();
    }
  };
}
