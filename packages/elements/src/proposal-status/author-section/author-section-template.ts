import type { AuthorQuestion, Receipt } from '@nafida/contract';
import { textIn, withIsolatedRuns } from '@nafida/contract/reads.js';
import { homeZone } from '@nafida/contract/civil-time.js';
import { html, nothing, type TemplateResult } from 'lit';
import { wallTimeOf } from '../../foundation/locale/wall-time.js';
import { formatDay } from '../../foundation/locale/date-format.js';
import { textDirectionOf } from '../../foundation/locale/written-text.js';
import { renderLoneField } from '../../submission/lookup/lone-field-template.js';
import type { AuthorSectionMessages, AuthorSectionIssue } from './messages.js';
import type { SectionView } from './section-view.js';

/** What an author does. */
export type AuthorSectionAction = 'reply' | 'withdraw' | 'own_data';

/** What the section is drawn from, and what it asks for. */
export interface AuthorSectionState {
  readonly reply: string;
  readonly busy: AuthorSectionAction | undefined;
  readonly issue:
    { readonly action: AuthorSectionAction; readonly issue: AuthorSectionIssue } | undefined;
  /** What is said about what was done last; empty for nothing. */
  readonly said: string;
  readonly isConfirming: boolean;
  readonly onType: (text: string) => void;
  readonly onReply: (question: AuthorQuestion) => void;
  readonly onConfirm: (isConfirming: boolean) => void;
  readonly onWithdraw: () => void;
  readonly onSave: () => void;
}

/** The question that waits for a reply, where the proposal was joined to another, the official answer, other questions. */
export function renderNews(
  view: SectionView,
  messages: AuthorSectionMessages,
  receipt: Receipt,
  state: AuthorSectionState,
): TemplateResult {
  const { answer, mergedInto, moderation, questions } = receipt;
  const isJoined = moderation === 'merged' && mergedInto !== null;
  const canReply = moderation !== 'withdrawn';
  const isWaiting = ({ reply }: AuthorQuestion) => canReply && !reply;
  const render = (question: AuthorQuestion) =>
    renderQuestion(view, messages, question, isWaiting(question) ? state : undefined);
  return html`
    ${questions.filter(isWaiting).map(render)}
    <p class="said" role="status">${state.said}</p>
    ${
      answer || isJoined
        ? html`<div class="news">
            ${
              isJoined
                ? html`<p>
                    ${messages.mergedInto} <bdi dir="ltr" translate="no">${mergedInto}</bdi>
                  </p>`
                : nothing
            }
            ${answer ? renderAnswer(view, messages, answer) : nothing}
          </div>`
        : nothing
    }
    ${questions.filter((question) => !isWaiting(question)).map(render)}
  `;
}

function renderAnswer(
  { locale, headingLevel }: SectionView,
  messages: AuthorSectionMessages,
  { text, answeredAt }: NonNullable<Receipt['answer']>,
) {
  const message = textIn(text, locale);
  const day = formatDay(locale, wallTimeOf(answeredAt, homeZone));
  return html`
    <div part="answer">
      <div class="subheading" role="heading" aria-level=${headingLevel + 1}>${messages.answer}</div>
      <p class="words" lang=${message.language} dir=${textDirectionOf(message.language)}>
        ${withIsolatedRuns(message.text)}
      </p>
      <p class="hint">${messages.answeredOn(day)}</p>
    </div>
  `;
}

/** What staff asked, with the reply; `state` where one can still be written. */
function renderQuestion(
  { headingLevel }: SectionView,
  messages: AuthorSectionMessages,
  question: AuthorQuestion,
  state: AuthorSectionState | undefined,
) {
  const { text, language, reply } = question;
  return html`
    <div class="question" part="question">
      <div class="subheading" role="heading" aria-level=${headingLevel + 1}>
        ${messages.question}
      </div>
      <p class="words" lang=${language} dir="auto">${withIsolatedRuns(text)}</p>
      ${
        reply
          ? html`
              <p class="label">${messages.yourReply}</p>
              <p class="words" lang=${reply.language} dir="auto">${withIsolatedRuns(reply.text)}</p>
            `
          : state
            ? renderReplyForm(messages, question, state)
            : nothing
      }
    </div>
  `;
}

function renderReplyForm(
  messages: AuthorSectionMessages,
  question: AuthorQuestion,
  state: AuthorSectionState,
) {
  const error = issueOf(messages, state, 'reply') ?? '';
  // On the button too: where a frame forbids forms, or a page cancels clicks, nothing is ever submitted.
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    state.onReply(question);
  };
  return html`
    <form class="reply-form" novalidate @submit=${handleSubmit}>
      ${renderLoneField(
        'reply',
        { label: messages.reply, hint: messages.questionHint, error },
        html`<textarea
          id="field-reply"
          class="control"
          part="control"
          dir="auto"
          rows="4"
          aria-required="true"
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? 'hint-reply error-reply' : 'hint-reply'}
          .value=${state.reply}
          @input=${({ target }: Event) => state.onType((target as HTMLTextAreaElement).value)}
        ></textarea>`,
      )}
      <button
        class="button"
        part="submit"
        type="submit"
        aria-disabled=${state.busy === 'reply'}
        @click=${handleSubmit}
      >
        ${state.busy === 'reply' ? messages.sending : messages.sendReply}
      </button>
    </form>
  `;
}

/** What the author can do with the proposal. */
export function renderManagement(
  { headingLevel }: SectionView,
  messages: AuthorSectionMessages,
  { moderation }: Receipt,
  state: AuthorSectionState,
): TemplateResult {
  const isWithdrawn = moderation === 'withdrawn';
  const issue = issueOf(messages, state, 'own_data');
  return html`
    <div class="manage">
      <div class="subheading" role="heading" aria-level=${headingLevel + 1}>${messages.manage}</div>
      <p id="own-data-hint" class="hint">${messages.ownDataHint}</p>
      <div role="alert">${issue ? html`<p class="error" part="error">${issue}</p>` : nothing}</div>
      <button
        class="button secondary"
        part="own-data"
        type="button"
        aria-describedby="own-data-hint"
        aria-disabled=${state.busy === 'own_data'}
        @click=${state.onSave}
      >
        ${messages.ownData}
      </button>
      ${isWithdrawn ? nothing : renderWithdrawal(messages, state)}
    </div>
  `;
}

function renderWithdrawal(messages: AuthorSectionMessages, state: AuthorSectionState) {
  if (!state.isConfirming) {
    return html`
      <button
        id="withdraw"
        class="button secondary danger"
        part="withdraw"
        type="button"
        @click=${() => state.onConfirm(true)}
      >
        ${messages.withdraw}
      </button>
    `;
  }
  const issue = issueOf(messages, state, 'withdraw');
  return html`
    <div class="confirming" role="group" aria-labelledby="withdraw-question">
      <p id="withdraw-question" class="label" tabindex="-1">${messages.withdrawQuestion}</p>
      <p>${messages.withdrawHint}</p>
      <div role="alert">${issue ? html`<p class="error" part="error">${issue}</p>` : nothing}</div>
      <button
        class="button danger"
        part="confirm"
        type="button"
        aria-disabled=${state.busy === 'withdraw'}
        @click=${state.onWithdraw}
      >
        ${messages.confirm}
      </button>
      <button class="button secondary" type="button" @click=${() => state.onConfirm(false)}>
        ${messages.keep}
      </button>
    </div>
  `;
}

function issueOf(
  messages: AuthorSectionMessages,
  { issue }: AuthorSectionState,
  action: AuthorSectionAction,
) {
  return issue?.action === action ? messages.issue[issue.issue] : undefined;
}
