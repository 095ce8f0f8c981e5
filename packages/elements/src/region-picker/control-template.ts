import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Locale } from '../foundation/locale/locale.js';
import { cross, expand, wait } from './icons.js';
import type { RegionPickerMessages } from './messages.js';

/** The input and its buttons, as the page shows them or as the sheet repeats them. */
export interface ControlView {
  readonly isInSheet: boolean;
  /** The popup is a sheet with an input of its own: this one only opens it. */
  readonly opensSheet: boolean;
  readonly isOpen: boolean;
  /** The list was asked for and is still on its way. */
  readonly isBusy: boolean;
  readonly isRequired: boolean;
  readonly isInvalid: boolean;
  readonly isDisabled: boolean;
  readonly isReadOnly: boolean;
  /** Id of the active row; undefined for none. */
  readonly activeRow: string | undefined;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** Language of a chosen name; undefined while typing. */
  readonly textLanguage: Locale | undefined;
  readonly messages: RegionPickerMessages;
  readonly onInput: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onPress: () => void;
  readonly onClear: () => void;
  readonly onToggle: () => void;
}

/** An editable combobox as the WAI-ARIA practices describe it: the focus stays in the input. */
export function controlTemplate(view: ControlView): TemplateResult {
  const { isOpen, isInSheet, opensSheet, isDisabled, isReadOnly } = view;
  const isFixed = isDisabled || isReadOnly;
  return html`<div class="control" part="control" @mousedown=${keepFocus}>
    <input
      id=${isInSheet ? 'sheet-input' : 'input'}
      part="input"
      type="text"
      role="combobox"
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      spellcheck="false"
      aria-autocomplete="list"
      aria-haspopup=${opensSheet ? 'dialog' : 'listbox'}
      aria-expanded=${isOpen}
      aria-busy=${view.isBusy}
      aria-controls=${isOpen ? (opensSheet ? 'sheet' : 'list') : nothing}
      aria-activedescendant=${view.activeRow ?? nothing}
      aria-label=${view.label}
      aria-describedby="hint error help"
      aria-required=${view.isRequired}
      aria-invalid=${view.isInvalid}
      lang=${view.textLanguage ?? nothing}
      placeholder=${view.placeholder}
      ?autofocus=${isInSheet}
      ?disabled=${isDisabled}
      ?readonly=${isReadOnly || opensSheet}
      @input=${view.onInput}
      @change=${stop}
      @keydown=${view.onKeydown}
      @click=${view.onPress}
    />
    ${view.text && !isFixed ? renderClear(view) : nothing}
    ${isInSheet ? nothing : renderToggle(view, isFixed)}
  </div>`;
}

function renderClear({ messages, onClear }: ControlView) {
  return html`<button
    class="icon-button"
    part="clear-button"
    type="button"
    tabindex="-1"
    aria-label=${messages.clear}
    @click=${onClear}
  >
    ${cross}
  </button>`;
}

function renderToggle({ messages, isOpen, isBusy, onToggle }: ControlView, isFixed: boolean) {
  return html`<button
    class="icon-button"
    part="toggle-button"
    type="button"
    tabindex="-1"
    aria-label=${isOpen ? messages.close : messages.open}
    ?disabled=${isFixed}
    @click=${onToggle}
  >
    ${isBusy ? wait : expand}
  </button>`;
}

/** For what surrounds the input: pressing it must not take the focus out of the input. */
export function keepFocus(event: Event): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

// The picker fires its own `change`, when a place was chosen.
function stop(event: Event): void {
  event.stopPropagation();
}
