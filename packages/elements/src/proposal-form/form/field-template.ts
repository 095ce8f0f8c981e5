import type { LocalizedText } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { written } from '../../foundation/locale/written-text.js';
import { optionalMark } from '../../foundation/optional-mark.js';
import { characterCount } from '../content/character-count.js';
import type { FormView } from './form-view.js';
import type { ProposalField } from '../submit/proposal-issues.js';

type TypedField = 'title' | 'body' | 'name' | 'email' | 'phone';

/** How a typed field is drawn. */
export interface FieldOptions {
  readonly hint: string;
  /** What others might write here; read out with the field. */
  readonly examples?: readonly LocalizedText[];
  /** What browsers can fill in; such a field is optional, every other field is required. */
  readonly known?: 'name' | 'email' | 'tel';
  /** Characters as people count them; shown as what is left. */
  readonly maximum?: number;
}

/** The error of `field` as it stands between hint and field. */
export function renderError(view: FormView, field: ProposalField): TemplateResult | typeof nothing {
  const error = view.errorOf(field);
  return error ? html`<p id="error-${field}" class="error" part="error">${error}</p>` : nothing;
}

/** The word beside a label that the field may be left empty. */
export function renderOptional({ messages }: FormView): TemplateResult {
  return optionalMark(messages.optional);
}

/** What a field is called, unless the page has a name of its own for it. */
export function renderLabel(field: string, text: string): TemplateResult {
  return html`<slot name="label-${field}">${text}</slot>`;
}

/** A labelled field of one or several lines. */
export function renderField(
  view: FormView,
  field: TypedField,
  options: FieldOptions,
): TemplateResult {
  const { messages } = view;
  const { hint, examples = [], known, maximum } = options;
  const error = view.errorOf(field);
  return html`
    <div class="field ${error ? 'invalid' : ''}">
      <label class="label" part="label" for="field-${field}"
        >${renderLabel(field, messages.labels[field])}${known ? renderOptional(view) : nothing}</label
      >
      ${hint ? html`<p id="hint-${field}" class="hint" part="hint">${hint}</p>` : nothing}
      ${examples.length > 0 ? renderExamples(view, field, examples) : nothing}
      ${renderError(view, field)} ${renderControl(view, field, options)}
      ${maximum === undefined ? nothing : renderCount(view, field, maximum)}
    </div>
  `;
}

function renderExamples(
  { messages, locale }: FormView,
  field: TypedField,
  examples: readonly LocalizedText[],
) {
  return html`
    <div id="examples-${field}" class="examples" part="examples">
      <p>${messages.examples}</p>
      <ul>
        ${examples.map((example) => html`<li>${written(textIn(example, locale))}</li>`)}
      </ul>
    </div>
  `;
}

function renderCount({ form, messages }: FormView, field: TypedField, maximum: number) {
  const left = maximum - characterCount(form.content[field]);
  return html`
    <p id="count-${field}" class="count ${left < 0 ? 'over' : ''}" part="count">
      ${messages.remaining(left)}
    </p>
  `;
}

function renderControl(view: FormView, field: TypedField, options: FieldOptions): TemplateResult {
  const { form } = view;
  const { known } = options;
  const isInvalid = view.errorOf(field) !== '';
  const describedBy = [
    options.hint && `hint-${field}`,
    isInvalid && `error-${field}`,
    options.examples?.length && `examples-${field}`,
    options.maximum !== undefined && `count-${field}`,
  ]
    .filter(Boolean)
    .join(' ');
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
      ?readonly=${form.sending.isSending}
      .value=${form.content.body}
      @input=${handleInput}
    ></textarea>`;
  }
  const type = !known || known === 'name' ? 'text' : known;
  return html`<input
    id="field-${field}"
    class="control"
    part="control"
    type=${type}
    dir=${type === 'text' ? 'auto' : 'ltr'}
    autocomplete=${known ?? 'off'}
    aria-required=${known ? nothing : 'true'}
    aria-invalid=${isInvalid ? 'true' : nothing}
    aria-describedby=${describedBy || nothing}
    ?readonly=${form.sending.isSending}
    .value=${form.content[field]}
    @input=${handleInput}
  />`;
}
