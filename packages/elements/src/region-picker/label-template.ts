import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { RegionPickerMessages } from './messages.js';
import type { Scope } from './scope.js';
import { levelsFoundIn } from './scope.js';

/** The part of a picker that says what its label is. */
export interface LabelledPicker extends HTMLElement {
  readonly label: string;
  readonly labels: NodeList;
  readonly form: HTMLFormElement | null;
  readonly required: boolean;
}

/** The name of the field: its own, that of the page, or what may be chosen in it. */
export function labelText(
  picker: LabelledPicker,
  scope: Scope,
  messages: RegionPickerMessages,
): string {
  const labels = [...picker.labels].map((label) => label.textContent?.trim()).join(' ');
  return (
    picker.label ||
    slotted(picker)?.textContent?.trim() ||
    labels ||
    messages.label(levelsFoundIn(scope))
  );
}

/** The label with `text`; nothing where the page has one of its own. */
export function renderLabel(
  picker: LabelledPicker,
  text: string,
  messages: RegionPickerMessages,
): TemplateResult | typeof nothing {
  const { label, labels, form, required } = picker;
  if (!label && !slotted(picker) && labels.length > 0) return nothing;
  return html`<label class="label" part="label" for="input"
    ><slot name="label">${text}</slot>${
      form && !required ? html` <span class="optional">${messages.optional}</span>` : nothing
    }</label
  >`;
}

function slotted(picker: HTMLElement): Element | null {
  return picker.querySelector(':scope > [slot="label"]');
}
