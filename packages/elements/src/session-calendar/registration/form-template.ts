import type { Question } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderErrorSummary } from '../../submission/error-summary-template.js';
import { renderSendingError } from '../../submission/sending-error-template.js';
import { renderPrivacy } from '../../submission/privacy-template.js';
import { renderQuestions } from '../../submission/questions/question-template.js';
import { renderNeeds, renderPlaces } from './attendance-template.js';
import type { FormView } from './form-view.js';
import type { RegistrationField, RegistrationIssue } from './registration-content.js';
import { answerField } from './registration-content.js';

type TypedField = 'name' | 'email' | 'phone';

/** The registration form: who, how to reach them, the session's questions, the privacy notice, and the one button. */
export function renderForm(view: FormView): TemplateResult {
  const { context, messages, form, session, isWaiting, onSend } = view;
  const { isSending, content } = form;
  const { remaining = null } = session.registration ?? {};
  const isLineAhead = isWaiting || (remaining !== null && content.places > remaining);
  // On the button too: where a frame forbids forms, or a page cancels clicks, nothing is ever submitted.
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    onSend();
  };
  return html`
    <form class="form" part="form" novalidate aria-labelledby="form-title" @submit=${handleSubmit}>
      <div
        id="form-title"
        class="subheading"
        role="heading"
        aria-level=${context.headingLevel + 1}
        tabindex="-1"
      >
        ${isWaiting ? messages.waitingTitle : messages.title}
      </div>
      ${isWaiting ? html`<p class="notice" part="notice">${messages.waitingExplained}</p>` : nothing}
      ${renderSummary(view)} ${renderField(view, 'name', { type: 'text', autocomplete: 'name' })}
      <fieldset class="group" aria-describedby="contact-hint">
        <legend class="label">${messages.contact}</legend>
        <p id="contact-hint" class="hint">${messages.contactHint(form.site?.sendsMail === true)}</p>
        ${renderField(view, 'email', { type: 'email', autocomplete: 'email' })}
        ${renderField(view, 'phone', { type: 'tel', autocomplete: 'tel' }, messages.phoneHint)}
      </fieldset>
      ${renderPlaces(view)} ${renderAsked(view)} ${renderNeeds(view)} ${renderNotice(view)}
      ${renderFailed(view)}
      <button
        class="button"
        part="submit"
        type="submit"
        aria-disabled=${isSending}
        @click=${handleSubmit}
      >
        ${isSending ? messages.sending : isLineAhead ? messages.sendWaiting : messages.send}
      </button>
    </form>
  `;
}

function renderSummary(view: FormView) {
  const { messages, form, context } = view;
  const lines = form.issues.map((issue) => ({
    field: issue.field,
    text: issueText(view, issue),
    question: questionOf(view, issue)?.label,
  }));
  return renderErrorSummary({
    title: messages.summary(lines.length),
    // Under the heading of the form.
    headingLevel: context.headingLevel + 2,
    lines,
    locale: context.locale,
    onGo: view.onGo,
  });
}

function issueText(view: FormView, issue: RegistrationIssue): string {
  const { messages } = view;
  const question = questionOf(view, issue);
  return question
    ? messages.questionMessages.issue(question.type, issue)
    : messages.issue(issue.field as RegistrationField, issue.code);
}

function questionOf({ session }: FormView, { field }: RegistrationIssue): Question | undefined {
  return session.registration?.questions.find(({ id }) => answerField(id) === field);
}

function renderAsked(view: FormView) {
  const { context, messages, form, session } = view;
  return renderQuestions({
    questions: form.questionsOf(session),
    typed: form.content.answers,
    locale: context.locale,
    messages: messages.questionMessages,
    isSending: form.isSending,
    places: view.places,
    // No session asks for files: registering takes none.
    renderFiles: () => nothing,
    errorOf: ({ id }) => {
      const issue = form.issues.find(({ field }) => field === answerField(id));
      return issue ? issueText(view, issue) : '';
    },
    onAnswer: (question, answer) => form.answer(question, answer),
  });
}

function renderField(
  { messages, form }: FormView,
  field: TypedField,
  { type, autocomplete }: { type: 'text' | 'email' | 'tel'; autocomplete: AutoFill },
  hint?: string,
) {
  const issue = form.issues.find((candidate) => candidate.field === field);
  const descriptions = [hint && `hint-${field}`, issue && `error-${field}`].filter(Boolean);
  const handleInput = ({ target }: Event) => {
    const { value } = target as HTMLInputElement;
    form.type({ [field]: value });
  };
  return html`
    <div class="field ${issue ? 'invalid' : ''}">
      <label class="label" part="label" for="field-${field}">${messages.labels[field]}</label>
      ${hint ? html`<p id="hint-${field}" class="hint">${hint}</p>` : nothing}
      ${
        issue
          ? html`<p id="error-${field}" class="error" part="error">
              ${messages.issue(field, issue.code)}
            </p>`
          : nothing
      }
      <input
        id="field-${field}"
        class="control"
        part="control"
        type=${type}
        autocomplete=${autocomplete}
        dir=${type === 'text' ? 'auto' : 'ltr'}
        aria-required=${field === 'name' ? 'true' : nothing}
        aria-invalid=${issue ? 'true' : nothing}
        aria-describedby=${descriptions.length > 0 ? descriptions.join(' ') : nothing}
        .value=${form.content[field]}
        @input=${handleInput}
      />
    </div>
  `;
}

function renderNotice({ context, messages, form }: FormView) {
  const privacy = form.site?.privacy;
  if (!privacy) return nothing;
  const issue = form.issues.find(({ field }) => field === 'consent');
  return renderPrivacy({
    privacy,
    locale: context.locale,
    messages: messages.privacyMessages,
    consentLabel: messages.consent,
    isGiven: form.content.consent,
    error: issue ? messages.issue('consent', issue.code) : '',
    onConsent: (consent) => form.type({ consent }),
  });
}

function renderFailed({ messages, form, context }: FormView) {
  const { reason, retryAfter } = form.failed ?? {};
  const text = reason ? messages.sendingError(reason, retryAfter ?? null) : '';
  return renderSendingError(text, reason, form.site, context.locale);
}
