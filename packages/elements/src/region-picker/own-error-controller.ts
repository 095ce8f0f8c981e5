import type { LitElement, ReactiveController } from 'lit';

/** A control of a form that draws its own error. */
export type ErrorDrawingControl = LitElement & { readonly form: HTMLFormElement | null };

/**
 * Says what is wrong with a field once: with the field's own error, not with the browser's bubble over it too. The browser
 * then leaves the focus where it is, so it is put into the field here, where a person pressed a button and no field before
 * this one is wrong. A page that only looks whether its form is valid moves nothing.
 */
export class OwnErrorController implements ReactiveController {
  readonly #host: ErrorDrawingControl;
  /** A button of the form was pressed just now, or the field itself asked to report. */
  #isAsked = false;
  #ending = new AbortController();

  /** `reveal` shows the field's own error. */
  constructor(host: ErrorDrawingControl, reveal: () => void) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('invalid', (event) => {
      event.preventDefault();
      reveal();
      // Later: the browser still goes to a wrong field that has no error of its own.
      if (this.#isAsked && this.#isFirst) setTimeout(() => host.focus());
    });
  }

  hostConnected(): void {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    addEventListener('click', this.#handleClick, { capture: true, signal });
  }

  hostDisconnected(): void {
    this.#ending.abort();
  }

  /** Calls `report`, and puts the focus into the field where that finds it wrong. */
  reporting(report: () => boolean): boolean {
    this.#isAsked = true;
    try {
      return report();
    } finally {
      this.#isAsked = false;
    }
  }

  // Enter in a field presses the button that sends the form, too.
  readonly #handleClick = (event: Event): void => {
    const [pressed] = event.composedPath();
    const button = pressed instanceof Element && pressed.closest('button, input[type="submit"]');
    const { form } = this.#host;
    if (!button || (button as HTMLButtonElement).form !== form) return;
    // Such a form looks itself whether it is valid, and says where to go.
    if (form?.noValidate || (button as HTMLButtonElement).formNoValidate) return;
    this.#isAsked = true;
    setTimeout(() => (this.#isAsked = false));
  };

  get #isFirst(): boolean {
    const { form } = this.#host;
    if (!form) return true;
    const fields = [...form.elements] as HTMLInputElement[];
    const first = fields.find(({ willValidate, validity }) => willValidate && !validity.valid);
    return first === (this.#host as Element);
  }
}
