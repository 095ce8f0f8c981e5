import type { Question } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { written } from '../../foundation/locale/written-text.js';
import type { QuestionsView } from './question-parts.js';
import { notesOf, renderLabel, renderNotes } from './question-parts.js';
import type { TypedAnswer } from './typed-answers.js';

interface Choice {
  readonly answer: string | boolean;
  readonly label: TemplateResult | string;
}

/** A question answered by choosing: one of its options, several of them, or yes or no. */
export function renderChoices(view: QuestionsView, question: Question): TemplateResult {
  const { id, type, required } = question;
  const isSeveral = type === 'several_of';
  const isInvalid = view.errorOf(question) !== '';
  const typed = view.typed.get(id);
  return renderGroup(
    view,
    question,
    choicesOf(view, question).map(
      ({ answer, label }, index) => html`
        <label class="choice" part="choice">
          <input
            id=${index === 0 ? `field-answers.${id}` : nothing}
            type=${isSeveral ? 'checkbox' : 'radio'}
            name="answers.${id}"
            aria-invalid=${isSeveral ? isInvalid : nothing}
            .checked=${live(isChosen(typed, answer))}
            @change=${({ target }: Event) =>
              view.onAnswer(
                question,
                isSeveral
                  ? chosen(typed, String(answer), (target as HTMLInputElement).checked)
                  : answer,
              )}
          />
          <span>${label}</span>
        </label>
      `,
    ),
    isSeveral ? undefined : { required, isInvalid },
  );
}

/** A date, as one writes it on paper: the browser's own field speaks the language of the browser. */
export function renderDate(view: QuestionsView, question: Question): TemplateResult {
  const { id, required } = question;
  const isInvalid = view.errorOf(question) !== '';
  const typed = view.typed.get(id);
  const parts = ['day', 'month', 'year'] as const;
  const values = parts.map((_part, index) => listOf(typed)[index] ?? '');
  const handleInput = (changed: number, { target }: Event) => {
    const { value } = target as HTMLInputElement;
    view.onAnswer(
      question,
      values.map((typedBefore, index) => (index === changed ? value : typedBefore)),
    );
  };
  return renderGroup(
    view,
    question,
    html`<div class="date">
      ${parts.map(
        (part, index) => html`
          <label class="date-part ${part === 'year' ? 'long' : ''}">
            <span>${view.messages[part]}</span>
            <input
              id=${index === 0 ? `field-answers.${id}` : nothing}
              class="control"
              part="control"
              type="text"
              inputmode="numeric"
              dir="ltr"
              maxlength=${part === 'year' ? 4 : 2}
              autocomplete="off"
              aria-required=${required}
              aria-invalid=${isInvalid}
              ?readonly=${view.isSending}
              .value=${values[index]}
              @input=${(event: Event) => handleInput(index, event)}
            />
          </label>
        `,
      )}
    </div>`,
  );
}

function renderGroup(
  view: QuestionsView,
  question: Question,
  content: unknown,
  radios?: { readonly required: boolean; readonly isInvalid: boolean },
) {
  return html`
    <fieldset
      class="group answers field ${view.errorOf(question) ? 'invalid' : ''}"
      part="choices"
      role=${radios ? 'radiogroup' : nothing}
      aria-required=${radios ? radios.required : nothing}
      aria-invalid=${radios ? radios.isInvalid : nothing}
      aria-describedby=${notesOf(view, question)}
    >
      <legend class="label" part="label">${renderLabel(view, question)}</legend>
      ${renderNotes(view, question)} ${content}
    </fieldset>
  `;
}

function choicesOf({ messages, locale }: QuestionsView, { type, options }: Question): Choice[] {
  if (type !== 'yes_no') {
    return options.map(({ id, label }) => ({ answer: id, label: written(textIn(label, locale)) }));
  }
  return [
    { answer: true, label: messages.yes },
    { answer: false, label: messages.no },
  ];
}

function isChosen(typed: TypedAnswer | undefined, answer: string | boolean): boolean {
  return typed === answer || listOf(typed).some((id) => id === answer);
}

function chosen(typed: TypedAnswer | undefined, id: string, isOn: boolean): string[] {
  const others = listOf(typed).filter((each) => each !== id);
  return isOn ? [...others, id] : others;
}

function listOf(typed: TypedAnswer | undefined): readonly string[] {
  return typeof typed === 'object' ? typed : [];
}
