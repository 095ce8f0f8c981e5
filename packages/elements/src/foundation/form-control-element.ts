import type { PropertyDeclarations, PropertyValues } from 'lit';
import { NafidaElement } from './nafida-element.js';

/** What is wrong with a control's value: flags as in `ValidityState`, and a sentence saying what to do. */
export interface ValidityIssue {
  readonly flags: ValidityStateFlags;
  readonly message: string;
}

/**
 * A form control: takes part in the form around it as a native field does (submitted value, validity, reset,
 * `<fieldset disabled>`, restoring on back). Value and validity follow the properties at once, before drawing,
 * so that a form checked in the same turn sees the truth.
 */
export abstract class FormControlElement extends NafidaElement {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    readOnly: { type: Boolean, attribute: 'readonly', reflect: true },
  };

  /** The name under which the value is submitted; without a name nothing is submitted. */
  declare name: string | null;
  /** A form with this field empty is not submitted. */
  declare required: boolean;
  /** The field cannot be used, and submits nothing. */
  declare disabled: boolean;
  /** The value can be read and not changed; it is submitted. */
  declare readOnly: boolean;

  protected readonly internals = this.attachInternals();
  #constructed = false;
  #disabledByForm = false;
  #customMessage = '';
  #told: readonly unknown[] = [];

  constructor() {
    super();
    this.name = null;
    this.required = false;
    this.disabled = false;
    this.readOnly = false;
  }

  /** What the form submits; null submits nothing. */
  protected abstract formValue(): string | null;

  /** What is wrong with the value now, without regard to `setCustomValidity`. */
  protected abstract findIssue(): ValidityIssue | undefined;

  /** Puts `value` back: the default on reset (`undefined`), or what the browser kept from an earlier visit. */
  protected abstract restoreFormValue(value: string | undefined): void;

  /** The element that the browser's own message points at and focuses. */
  protected abstract validityAnchor(): HTMLElement | undefined;

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get labels(): NodeList {
    return this.internals.labels;
  }

  get validity(): ValidityState {
    this.#sync();
    return this.internals.validity;
  }

  get validationMessage(): string {
    this.#sync();
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    this.#sync();
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    this.#sync();
    return this.internals.reportValidity();
  }

  /** Marks the control invalid with the page's own message until called with an empty one. */
  setCustomValidity(message: string): void {
    this.#customMessage = message;
    this.formValueChanged();
  }

  /** Brings value and validity up to date with state that is not a property, at once, and draws again. */
  protected formValueChanged(): void {
    this.#sync();
    this.requestUpdate();
  }

  /** Disabled by its own attribute or by a `<fieldset>` around it. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#disabledByForm;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sync();
  }

  override requestUpdate(...args: Parameters<NafidaElement['requestUpdate']>): void {
    super.requestUpdate(...args);
    // The first calls come from constructors, where the class below is not complete yet.
    if (args[0] !== undefined && this.#constructed) this.#sync();
  }

  formResetCallback(): void {
    this.restoreFormValue(undefined);
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.restoreFormValue(state);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The message may be in another language now, and the anchor exists only once drawn.
    this.#sync();
  }

  #sync(): void {
    this.#constructed = true;
    const value = this.formValue();
    const issue: ValidityIssue | undefined = this.#customMessage
      ? { flags: { customError: true }, message: this.#customMessage }
      : this.findIssue();
    const anchor = this.validityAnchor();
    const told = [value, issue?.message, ...Object.keys(issue?.flags ?? {}), anchor];
    // Telling the browser is not free, and typing asks for it with every key.
    if (told.length === this.#told.length && told.every((each, i) => each === this.#told[i]))
      return;
    this.#told = told;
    this.internals.setFormValue(value);
    if (issue) this.internals.setValidity(issue.flags, issue.message, anchor);
    else this.internals.setValidity({});
  }
}
