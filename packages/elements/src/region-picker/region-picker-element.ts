import type { Place, PlaceLevel } from '@nafida/territory';
import { nameOf } from '@nafida/territory/look-up.js';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ValidityIssue } from '../foundation/form-control-element.js';
import { FormControlElement } from '../foundation/form-control-element.js';
import { LocaleController } from '../foundation/locale/locale-controller.js';
import { prepareFloating } from '../foundation/popover/prepare-floating.js';
import { preferredPopoverMode } from '../foundation/popover/sheet-query.js';
import { warnAboutAttributes } from './attribute-warnings.js';
import { commandFor } from './combobox-keys.js';
import { CommunesController } from './communes-controller.js';
import { controlTemplate } from './control-template.js';
import { LazyPopup } from './lazy-popup.js';
import type { RegionPickerMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { OwnErrorController } from './own-error-controller.js';
import { PickerValue } from './picker-value.js';
import { dispatchChange } from './region-picker-events.js';
import { styles } from './region-picker.styles.js';
import { isCommuneCode, levelsFoundIn, needsCommunes } from './scope.js';

/**
 * A form field for one of Morocco's regions, provinces, communes or arrondissements. People type a name in any spelling
 * and script, or go from region to province to commune. The form submits the HCP code.
 *
 * A value that cannot be chosen here (unknown, of another level, outside `within`) is kept, warned about once
 * in the console, and makes the field invalid.
 *
 * @element nafida-region-picker
 * @summary Finds one of Morocco's 1,631 territories, however it is spelled.
 * @slot label - The label, where it needs markup.
 * @slot hint - A sentence under the label.
 * @slot empty - What to say when nothing answers the search.
 * @fires {Event} input - A person chose a place or took the choice back.
 * @fires {Event} change - The same, right after `input`.
 * @fires {RegionChangeEvent} nafida-region-change - A person chose a place or took it back; carries the place and all it lies in.
 * @csspart label - The label.
 * @csspart hint - The hint.
 * @csspart error - What is wrong and what to do.
 * @csspart control - The box around the input and its buttons.
 * @csspart input - The input.
 * @csspart clear-button - Takes the choice back.
 * @csspart toggle-button - Opens and closes the list.
 * @csspart panel - The popup, or the sheet on phones.
 * @csspart path - The territories above the list while browsing.
 * @csspart nearby - The button that finds the provinces near the person, with its hint.
 * @csspart listbox - The list.
 * @csspart option - A row; also `active` and `selected`.
 * @csspart note - A sentence in place of rows or under them.
 * @cssstate drawn - The first drawing is done.
 * @cssstate open - The list is open.
 * @cssstate user-invalid - An error is shown.
 */
export class RegionPickerElement extends FormControlElement {
  static override properties: PropertyDeclarations = {
    level: {},
    minLevel: { attribute: 'min-level' },
    within: {},
    value: {},
    label: {},
    hint: {},
    placeholder: {},
  };

  static override styles = styles;

  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** The smallest level that may be chosen: `region`, `province`, `commune` or `arrondissement`; default: `commune`. */
  declare level: PlaceLevel;
  /** The largest level that may be chosen; default: `region`. */
  declare minLevel: PlaceLevel;
  /** HCP code of a territory: only places inside it, itself included, may be chosen. */
  declare within: string;
  /** HCP code of the chosen place, of 2024 or 2014; empty when none is. */
  declare value: string;
  /** The label; default: the levels that may be chosen. Leave it out where the page has a `<label for>`. */
  declare label: string;
  /** A sentence under the label. */
  declare hint: string;
  /** The text of the empty input. */
  declare placeholder: string;

  /** Text edited since the last choice; undefined while the input shows the choice. */
  #editedText: string | undefined;
  #showsError = false;
  #pointerIsDown = false;

  protected override readonly locale: LocaleController<RegionPickerMessages> =
    new LocaleController<RegionPickerMessages>(this, catalogues);
  readonly #communes = new CommunesController(this);
  readonly #ownError = new OwnErrorController(this, () => this.#revealError());
  readonly #choice: PickerValue = new PickerValue(this, this.locale);
  readonly #popup: LazyPopup = new LazyPopup(this, {
    locale: this.locale,
    communes: this.#communes,
    choice: this.#choice,
    typed: () => this.#typed,
    renderControl: () => this.#renderControl(true),
    onChoose: (place) => this.#choose(place),
    onBrowse: () => {
      if (this.#editedText !== undefined) this.#editedText = '';
    },
    onDismiss: () => this.#handleDismiss(),
  });
  constructor() {
    super();
    this.level = 'commune';
    this.minLevel = 'region';
    this.within = '';
    this.value = '';
    this.label = '';
    this.hint = '';
    this.placeholder = '';
  }

  override requestUpdate(...args: Parameters<FormControlElement['requestUpdate']>): void {
    // A value set by the page replaces whatever was being typed.
    if (args[0] === 'value') this.#editedText = undefined;
    super.requestUpdate(...args);
  }

  override reportValidity(): boolean {
    return this.#ownError.reporting(() => super.reportValidity());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (isCommuneCode(this.value) || isCommuneCode(this.within)) void this.#communes.load();
    warnAboutAttributes(this.localName, this, this.#choice.codeIssue);
    if (this.#isFixed) this.close();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const input of this.renderRoot.querySelectorAll('input')) {
      if (input.value === this.#text) continue;
      input.value = this.#text;
      if (input.id === 'sheet-input') this.#selectChoice();
    }
    this.#setState('drawn', true);
    this.#setState('open', this.#popup.isOpen);
    this.#setState('user-invalid', this.#shownError !== '');
  }

  /** The chosen place; undefined where none is, or while its data is loading. */
  get place(): Place | undefined {
    return this.#choice.place;
  }

  /** Opens the list, at the chosen place where there is one, as soon as its code is here. */
  open(): void {
    if (!this.#isFixed) this.#popup.use((popup) => popup.open());
  }

  /** Closes the list; nothing is chosen, and what was typed stays. */
  close(): void {
    this.#popup.close();
  }

  protected override formValue(): string | null {
    return this.#typed ? null : this.value || null;
  }

  protected override findIssue(): ValidityIssue | undefined {
    return this.#choice.findIssue(this.#typed);
  }

  protected override restoreFormValue(value: string | undefined): void {
    this.value = value ?? this.getAttribute('value') ?? '';
    this.#showsError = false;
    this.close();
  }

  protected override validityAnchor(): HTMLElement | undefined {
    return this.#input ?? undefined;
  }

  /** The input that has the keys now: the one in the sheet while it is open. */
  get #input(): HTMLInputElement | null {
    const { renderRoot } = this;
    // Of a list of selectors the first in the document would be found, which lies under the sheet.
    const find = (selector: string) => renderRoot?.querySelector<HTMLInputElement>(selector);
    return find('.sheet input') ?? find('#input') ?? null;
  }

  /** What was typed and is not a choice yet. */
  get #typed(): string {
    return this.#editedText?.trim() ?? '';
  }

  get #text(): string {
    return this.#editedText ?? this.#choice.text;
  }

  get #shownError(): string {
    return this.#showsError && !this.#isFixed ? this.validationMessage : '';
  }

  /** Nothing can be chosen now. */
  get #isFixed(): boolean {
    return this.isDisabled || this.readOnly;
  }

  #choose(place: Place | undefined): void {
    this.value = place?.code ?? '';
    this.#showsError = false;
    this.close();
    dispatchChange(this);
  }

  /** Takes the typed text as a choice, or as an error, once the person leaves the field. */
  async #settle(): Promise<void> {
    this.close();
    if (this.#editedText === undefined) return;
    const typed = this.#typed;
    if (!typed) {
      this.#restore();
      if (this.value) this.#choose(undefined);
      return;
    }
    if (!this.#popup.part) await this.#popup.load();
    const place = this.#popup.part?.exactMatch(typed);
    if (place) {
      this.#choose(place);
      return;
    }
    if (this.value) {
      this.value = '';
      this.#editedText = typed;
      dispatchChange(this);
    }
    // An error above the field moves it: not between pressing and releasing what the person goes to.
    if (!this.#pointerIsDown) this.#revealError();
  }

  /** Shows the choice again in place of what was typed. */
  #restore(): void {
    this.#editedText = undefined;
    this.#showsError = false;
    this.formValueChanged();
  }

  /** A person who comes back to a choice wants another one: what they type replaces it. */
  #selectChoice(): void {
    if (this.#editedText === undefined) this.#input?.select();
  }

  #revealError(): void {
    this.#showsError = true;
    this.formValueChanged();
  }

  #setState(name: string, isOn: boolean): void {
    const { states } = this.internals;
    // Adding what is there already costs a restyling, and this is asked after every key.
    if (states.has(name) === isOn) return;
    if (isOn) states.add(name);
    else states.delete(name);
  }

  readonly #handleInput = (event: Event): void => {
    event.stopPropagation();
    this.#editedText = (event.target as HTMLInputElement).value;
    this.formValueChanged();
    this.#popup.use((popup) => popup.search());
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const command = commandFor(event, {
      ...this.#popup.part?.situation,
      isEdited: this.#editedText !== undefined,
      isEmpty: this.#text === '',
      direction: this.locale.direction,
    });
    // Letters are for this field alone: pages bind shortcuts to them.
    if (command || event.key.length === 1) event.stopPropagation();
    if (!command) return;
    event.preventDefault();
    if (command === 'restore') this.#restore();
    else if (!this.#isFixed) this.#popup.use((popup) => popup.obey(command));
  };

  #handleDismiss(): void {
    this.#pointerIsDown = true;
    const release = () => {
      this.#pointerIsDown = false;
      if (this.#typed && !this.matches(':focus-within')) setTimeout(() => this.#revealError());
    };
    addEventListener('pointerup', release, { once: true, capture: true, signal: this.connection });
  }

  /** A pointer over the field, or the focus in it: loads what opening needs. */
  readonly #handleApproach = (): void => {
    if (this.#isFixed) return;
    // The placement code travels beside the list, which needs it a moment later; a sheet needs none.
    if (preferredPopoverMode() === 'anchored') prepareFloating().catch(() => {});
    void this.#popup.load().then(() => {
      // The list opens with regions: on a slow line the communes must not keep it waiting.
      if (needsCommunes(this.#choice.scope.levels)) void this.#communes.load();
    });
  };

  readonly #handleFocusIn = (): void => {
    this.#handleApproach();
    // A label of the page, or the width of the window, may have changed since the last drawing.
    if (!this.#popup.isOpen) this.requestUpdate();
  };

  readonly #handleFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node)) {
      // Nothing of the page has the focus now. In another window it will come back, and this element keeps its place.
      setTimeout(() => {
        const { activeElement } = this.getRootNode() as Document | ShadowRoot;
        if (activeElement !== this) void this.#settle();
      });
    } else if (!this.renderRoot.contains(relatedTarget)) {
      void this.#settle();
    }
  };

  readonly #handlePress = (): void => {
    if (this.#popup.isOpen) return;
    // A phone would offer to copy what is selected under the sheet, which selects it for itself.
    if (preferredPopoverMode() === 'anchored') this.#selectChoice();
    this.open();
  };

  readonly #handleToggle = (): void => {
    if (this.#popup.isOpen) this.close();
    else this.open();
    this.#input?.focus();
  };

  readonly #handleClear = (): void => {
    this.#restore();
    if (this.value) {
      this.value = '';
      dispatchChange(this);
    }
    // An open list stays: it is there to choose another.
    if (this.#popup.isOpen) this.#popup.part!.search();
    this.#input?.focus();
  };

  protected override render(): TemplateResult {
    const { textLocale, direction } = this.locale;
    const messages = this.locale.messages!;
    const error = this.#popup.failed ? messages.failed : this.#shownError;
    return html`<div
      class="root"
      lang=${textLocale}
      dir=${direction}
      @pointerenter=${this.#handleApproach}
      @focusin=${this.#handleFocusIn}
      @focusout=${this.#handleFocusOut}
    >
      <div class="field ${error ? 'invalid' : ''} ${this.isDisabled ? 'disabled' : ''}">
        ${this.#renderLabel()}
        <div class="hint" id="hint" part="hint"><slot name="hint">${this.hint}</slot></div>
        ${error ? html`<div class="error" id="error" part="error"><span>${error}</span></div>` : nothing}
        ${this.#renderControl(false)}
      </div>
      <div class="visually-hidden" id="help">${messages.help}</div>
      <div class="visually-hidden"><div class="told" role="status"></div></div>
      <div class="visually-hidden" role="status">
        ${this.#popup.isAwaited ? messages.loading : ''}
      </div>
      ${this.#popup.isOpen ? this.#popup.part!.render(this.#labelText) : nothing}
    </div>`;
  }

  get #labelText(): string {
    const slotted = this.querySelector(':scope > [slot="label"]')?.textContent?.trim();
    const labels = [...this.labels].map((label) => label.textContent?.trim()).join(' ');
    return (
      this.label ||
      slotted ||
      labels ||
      this.locale.messages!.label(levelsFoundIn(this.#choice.scope))
    );
  }

  #renderLabel(): TemplateResult | typeof nothing {
    const hasOwn = this.label || this.querySelector(':scope > [slot="label"]');
    if (!hasOwn && this.labels.length > 0) return nothing;
    const { messages } = this.locale;
    return html`<label class="label" part="label" for="input"
      ><slot name="label">${this.#labelText}</slot>${
        this.form && !this.required
          ? html` <span class="optional">${messages!.optional}</span>`
          : nothing
      }</label
    >`;
  }

  #renderControl(isInSheet: boolean): TemplateResult {
    const messages = this.locale.messages!;
    const { part: popup, isOpen, isAwaited } = this.#popup;
    const mode = popup?.mode ?? preferredPopoverMode();
    const chosen = this.#editedText === undefined ? this.place : undefined;
    return controlTemplate({
      isInSheet,
      opensSheet: mode === 'sheet' && !isInSheet,
      isOpen,
      isBusy: isAwaited,
      isRequired: this.required,
      isInvalid: this.#shownError !== '',
      isDisabled: this.isDisabled,
      isReadOnly: this.readOnly,
      activeRow: popup?.activeId,
      label: this.#labelText,
      placeholder: this.placeholder || messages.placeholder,
      text: this.#text,
      textLanguage: chosen && nameOf(chosen, this.locale.locale).lang,
      messages,
      onInput: this.#handleInput,
      onKeydown: this.#handleKeydown,
      onPress: this.#handlePress,
      onClear: this.#handleClear,
      onToggle: this.#handleToggle,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-region-picker': RegionPickerElement;
  }
}
