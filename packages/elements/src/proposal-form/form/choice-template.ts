import type { LocalizedText } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { written } from '../../foundation/locale/written-text.js';
import { renderError, renderLabel } from './field-template.js';
import type { FormView } from './form-view.js';

interface Choice {
  readonly id: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText | null;
}

/** One of several, each with what it means: the consultation, or the axis. */
export function renderChoice(
  view: FormView,
  field: 'consultation' | 'axis',
  choices: readonly Choice[],
): TemplateResult {
  const { form, messages, locale } = view;
  const error = view.errorOf(field);
  return html`
    <fieldset
      class="group choices field ${error ? 'invalid' : ''}"
      part="choices"
      role="radiogroup"
      aria-required="true"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? `error-${field}` : nothing}
    >
      <legend class="label" part="label">${renderLabel(field, messages.labels[field])}</legend>
      ${renderError(view, field)}
      ${choices.map(
        ({ id, title, description }, index) => html`
          <label class="choice" part="choice">
            <input
              id=${index === 0 ? `field-${field}` : nothing}
              type="radio"
              name=${field}
              .value=${id}
              .checked=${form.content[field] === id}
              @change=${() => form.type({ [field]: id })}
            />
            <span>
              <span class="choice-title">${written(textIn(title, locale))}</span>
              ${
                description
                  ? html`<span class="hint">${written(textIn(description, locale))}</span>`
                  : nothing
              }
            </span>
          </label>
        `,
      )}
    </fieldset>
  `;
}
