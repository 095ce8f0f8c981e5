import { html, type TemplateResult } from 'lit';
import { errorReasonOf } from '../foundation/errors/error-reason.js';
import { renderLoadError } from '../foundation/errors/load-error-template.js';
import type { PublishedMessages } from './published-messages.js';

/** Lines that stand where proposals will be. */
export function renderSkeleton({ loading }: PublishedMessages, lines: number): TemplateResult {
  return html`
    <div part="skeleton">
      <span class="visually-hidden">${loading}</span>
      ${[...new Array(lines).keys()].map(
        () => html`
          <div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
        `,
      )}
    </div>
  `;
}

/** What a read error of an element of proposals is drawn with. */
export interface ReadingErrorView {
  /** It stands in place of what has the heading, and has it then. */
  readonly headingLevel: number;
  readonly onRetry: () => void;
}

/** What could not be read, why, and what to do; with what the page offers instead. */
export function renderReadingError(
  messages: PublishedMessages,
  title: string,
  error: unknown,
  { headingLevel, onRetry }: ReadingErrorView,
): TemplateResult {
  const reason = errorReasonOf(error);
  return renderLoadError({
    title,
    headingLevel,
    why: messages.failedBecause(reason),
    retry: messages.retry,
    onRetry: reason === 'setup' ? undefined : onRetry,
    instead: html`<slot></slot>`,
  });
}
