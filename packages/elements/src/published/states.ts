import { html, nothing } from 'lit';
import { failureReasonOf } from '../foundation/failure-reason.js';
import type { PublishedWords } from './published-words.js';

/** Lines that stand where proposals will be. */
export function renderSkeleton({ loading }: PublishedWords, lines: number) {
  return html`
    <div part="skeleton">
      <span class="visually-hidden">${loading}</span>
      ${Array.from(
        { length: lines },
        () => html`
          <div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
        `,
      )}
    </div>
  `;
}

/** What a failure is drawn with. */
export interface FailureView {
  /** It stands in place of what has the heading, and has it then. */
  readonly headingLevel: number;
  readonly onRetry: () => void;
}

/** What could not be read, why, and what to do; with what the page offers instead. */
export function renderFailure(
  words: PublishedWords,
  title: string,
  error: unknown,
  { headingLevel, onRetry }: FailureView,
) {
  const reason = failureReasonOf(error);
  return html`
    <div class="failure" part="failure">
      <div class="error" part="error" role="heading" aria-level=${headingLevel}>${title}</div>
      <p>${words.failedBecause(reason)}</p>
      ${
        reason === 'setup'
          ? nothing
          : html`<button class="button secondary" part="retry" type="button" @click=${onRetry}>
              ${words.retry}
            </button>`
      }
      <slot></slot>
    </div>
  `;
}
