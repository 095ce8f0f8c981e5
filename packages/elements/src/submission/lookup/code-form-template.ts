import { html, nothing, type TemplateResult } from 'lit';
import type { CodeLookup } from './code-lookup.js';
import type { LoneFieldView } from './lone-field-template.js';
import { renderLoneField } from './lone-field-template.js';

/** What the form that asks for a code is drawn with. */
export interface CodeFormView extends LoneFieldView {
  readonly title: string;
  readonly isTitleHidden: boolean;
  /** Level of the title in the outline of the page, 1 to 6. */
  readonly headingLevel: number;
  /** Name of the button. */
  readonly open: string;
  readonly onOpen: () => void;
}

/** Asks for the code that `lookup` looks up. */
export function renderCodeForm(lookup: CodeLookup<unknown>, view: CodeFormView): TemplateResult {
  const { error } = view;
  // On the button too: where a frame forbids forms, or a page cancels clicks, nothing is ever submitted.
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    view.onOpen();
  };
  const handleInput = ({ target }: Event) => {
    lookup.code = (target as HTMLInputElement).value;
  };
  return html`
    <form class="form" part="form" novalidate aria-labelledby="code-title" @submit=${handleSubmit}>
      <div
        id="code-title"
        class=${view.isTitleHidden ? 'visually-hidden' : 'heading'}
        role="heading"
        aria-level=${view.headingLevel}
        tabindex="-1"
      >
        ${view.title}
      </div>
      ${renderLoneField(
        'code',
        view,
        html`<input
          id="field-code"
          class="control"
          part="control"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-required="true"
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? 'hint-code error-code' : 'hint-code'}
          .value=${lookup.code}
          @input=${handleInput}
        />`,
      )}
      <button
        class="button"
        part="submit"
        type="submit"
        aria-disabled=${lookup.isLooking}
        @click=${handleSubmit}
      >
        ${view.open}
      </button>
    </form>
  `;
}
