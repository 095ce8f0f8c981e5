import type { Locale, Question } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { renderLoadError } from '../../foundation/errors/load-error-template.js';
import { written } from '../../foundation/locale/written-text.js';
import { optionalMark } from '../../foundation/optional-mark.js';
import type { QuestionMessages } from './question-messages.js';
import type { TypedAnswer, TypedAnswers } from './typed-answers.js';

/** Draws a question that is answered by a place. */
export interface PlaceRenderer {
  render(view: QuestionsView, question: Question): TemplateResult;
}

/** What questions are drawn with. */
export interface QuestionsView {
  /** Those to ask now, in order. */
  readonly questions: readonly Question[];
  readonly typed: TypedAnswers;
  readonly locale: Locale;
  readonly messages: QuestionMessages;
  readonly isSending: boolean;
  /** What draws the questions that ask for a place. */
  readonly places: PlaceRenderer;
  /** What is wrong with the answer to a question; empty when nothing is. */
  readonly errorOf: (question: Question) => string;
  /** Draws a question that is answered by photos or documents. */
  readonly renderFiles: (question: Question) => unknown;
  readonly onAnswer: (question: Question, answer: TypedAnswer) => void;
}

/** The question itself, and the word that it may be left out. */
export function renderLabel(
  { locale, messages }: QuestionsView,
  { label, required }: Question,
): TemplateResult {
  return html`${written(textIn(label, locale))}${required ? nothing : optionalMark(messages.optional)}`;
}

/** What stands between a question and where it is answered: its hint, and what is wrong. */
export function renderNotes(view: QuestionsView, question: Question): TemplateResult {
  const { id, hint } = question;
  const error = view.errorOf(question);
  return html`
    ${
      hint
        ? html`<p id="hint-answers.${id}" class="hint" part="hint">
            ${written(textIn(hint, view.locale))}
          </p>`
        : nothing
    }
    ${error ? html`<p id="error-answers.${id}" class="error" part="error">${error}</p>` : nothing}
  `;
}

/** The ids of what {@link renderNotes} draws. */
export function notesOf(view: QuestionsView, question: Question): string | typeof nothing {
  const ids = [
    ...(question.hint ? [`hint-answers.${question.id}`] : []),
    ...(view.errorOf(question) ? [`error-answers.${question.id}`] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : nothing;
}

/** In place of a question whose field could not be loaded: why, and a button that tries again. */
export function renderUnloaded(
  { messages, locale }: QuestionsView,
  { id, label }: Question,
  onRetry: () => void,
): TemplateResult {
  return html`
    <div id="field-answers.${id}" tabindex="-1">
      <span class="label" part="label">${written(textIn(label, locale))}</span>
      ${renderLoadError({ title: messages.failed, retry: messages.retry, onRetry })}
    </div>
  `;
}
