import type { Question } from '@nafida/contract';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderChoices, renderDate } from './question-group-template.js';
import type { QuestionsView } from './question-parts.js';
import { notesOf, renderLabel, renderNotes } from './question-parts.js';

/** The questions that staff added to a form. The first control of each has the id `field-answers.` and its own. */
export function renderQuestions(view: QuestionsView): unknown {
  // By id: one that comes in between must not take the focus or the text of the next.
  return repeat(
    view.questions,
    ({ id }) => id,
    (question) => renderQuestion(view, question),
  );
}

function renderQuestion(view: QuestionsView, question: Question) {
  switch (question.type) {
    case 'one_of':
    case 'several_of':
    case 'yes_no':
      return renderChoices(view, question);
    case 'date':
      return renderDate(view, question);
    case 'place':
      return view.places.render(view, question);
    case 'file':
      return view.renderFiles(question);
    // What this version does not know may be answered in words; the server says whether that will do.
    default:
      return renderText(view, question);
  }
}

function renderText(view: QuestionsView, question: Question) {
  const { id, type, required } = question;
  const isInvalid = view.errorOf(question) !== '';
  const typed = view.typed.get(id) ?? '';
  const handleInput = ({ target }: Event) =>
    view.onAnswer(question, (target as HTMLInputElement).value);
  return html`
    <div class="field ${isInvalid ? 'invalid' : ''}">
      <label class="label" part="label" for="field-answers.${id}"
        >${renderLabel(view, question)}</label
      >
      ${renderNotes(view, question)}
      ${
        type === 'long_text'
          ? html`<textarea
              id="field-answers.${id}"
              class="control"
              part="control"
              rows="5"
              dir="auto"
              aria-required=${required}
              aria-invalid=${isInvalid}
              aria-describedby=${notesOf(view, question)}
              ?readonly=${view.isSending}
              .value=${typed}
              @input=${handleInput}
            ></textarea>`
          : html`<input
              id="field-answers.${id}"
              class="control ${type === 'number' ? 'number' : ''}"
              part="control"
              type="text"
              inputmode=${type === 'number' ? 'decimal' : nothing}
              dir=${type === 'number' ? 'ltr' : 'auto'}
              autocomplete="off"
              aria-required=${required}
              aria-invalid=${isInvalid}
              aria-describedby=${notesOf(view, question)}
              ?readonly=${view.isSending}
              .value=${typed}
              @input=${handleInput}
            />`
      }
    </div>
  `;
}
