import { graphemeCount } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from './form-view.js';
import type { ProposalField } from './proposal-content.js';

type TypedField = 'title' | 'body' | 'name' | 'email';

/** How a typed field is drawn. */
export interface FieldOptions {
  readonly hint: string;
  readonly isOptional?: boolean;
  readonly autocomplete?: AutoFill;
  /** Characters as people count them; shown as what is left. */
  readonly maximum?: number;
}

/** The sentence about what is wrong with `field`; empty when nothing is. */
export function errorOf({ form, messages }: FormView, field: ProposalField): string {
  const fault = form.faults.find((candidate) => candidate.field === field);
  return fault ? messages.fault(fault) : '';
}

/** The error of `field` as it stands between hint and field. */
export function renderError(view: FormView, field: ProposalField) {
  const error = errorOf(view, field);
  return error ? html`<p id="error-${field}" class="error" part="error">${error}</p>` : nothing;
}

/** The word beside a label that the field may be left empty. */
export function renderOptional({ messages }: FormView) {
  return html`<span class="optional">(${messages.optional})</span>`;
}

/** A labelled field of one or several lines. */
export function renderField(view: FormView, field: TypedField, options: FieldOptions) {
  const { form, messages } = view;
  const { hint, isOptional = false, maximum } = options;
  const error = errorOf(view, field);
  return html`
    <div class="field ${error ? 'invalid' : ''}">
      <label class="label" part="label" for="field-${field}"
        >${messages.labels[field]} ${isOptional ? renderOptional(view) : nothing}</label
      >
      <p id="hint-${field}" class="hint" part="hint">${hint}</p>
      ${renderError(view, field)} ${renderControl(view, field, options)}
      ${
        maximum === undefined
          ? nothing
          : html`<p class="count" part="count">
              ${messages.remaining(maximum - graphemeCount(form.content[field].trim()))}
            </p>`
      }
    </div>
  `;
}

function renderControl(view: FormView, field: TypedField, options: FieldOptions): TemplateResult {
  const { form } = view;
  const { isOptional = false, autocomplete = 'off' } = options;
  const isInvalid = errorOf(view, field) !== '';
  const describedBy = isInvalid ? `hint-${field} error-${field}` : `hint-${field}`;
  const handleInput = ({ target }: Event) =>
    form.type({ [field]: (target as HTMLInputElement).value });
  if (field === 'body') {
    return html`<textarea
      id="field-body"
      class="control"
      part="control"
      rows="7"
      dir="auto"
      aria-required="true"
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${describedBy}
      .value=${form.content.body}
      @input=${handleInput}
    ></textarea>`;
  }
  return html`<input
    id="field-${field}"
    class="control"
    part="control"
    type=${field === 'email' ? 'email' : 'text'}
    dir=${field === 'email' ? 'ltr' : 'auto'}
    autocomplete=${autocomplete}
    aria-required=${isOptional ? nothing : 'true'}
    aria-invalid=${isInvalid ? 'true' : nothing}
    aria-describedby=${describedBy}
    .value=${form.content[field]}
    @input=${handleInput}
  />`;
}
