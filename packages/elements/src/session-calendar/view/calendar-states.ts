import { html, type TemplateResult } from 'lit';
import { renderLoadError } from '../../foundation/errors/load-error-template.js';
import type { AgendaErrorReason } from '../agenda/agenda-error.js';
import type { CalendarContext } from './calendar-context.js';
import type { View } from './calendar-settings.js';

/** Class of the room above a month, in which something is said of it. */
export function leadClass(view: View): string {
  return view === 'month' ? 'lead above-grid' : 'lead';
}

/** Lines that stand where sessions will be, while nothing is known yet. */
export function renderSkeleton({ messages }: CalendarContext, lines: number): TemplateResult {
  return html`
    <div class="skeleton" part="skeleton">
      <span class="visually-hidden">${messages.loading}</span>
      ${[1, 2, 3]
        .slice(0, lines)
        .map(
          () => html`
            <div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
          `,
        )}
    </div>
  `;
}

/** Nothing could be read: why, what to do, and whatever the page offers instead (default slot). */
export function renderAgendaError(
  { messages, headingLevel }: CalendarContext,
  title: string,
  reason: AgendaErrorReason,
  onRetry: () => void,
): TemplateResult {
  return renderLoadError({
    title,
    headingLevel,
    why: messages.failedBecause(reason),
    retry: messages.retry,
    onRetry: mayPass(reason) ? onRetry : undefined,
    instead: html`<slot></slot>`,
  });
}

/** The button that tries again. */
export function renderRetry({ messages }: CalendarContext, onRetry: () => void): TemplateResult {
  return html`
    <button class="button secondary" part="retry" @click=${onRetry}>${messages.retry}</button>
  `;
}

/** Whether trying again may help. Told here, so that the frame draws without what tells errors apart. */
function mayPass(reason: AgendaErrorReason): boolean {
  return reason !== 'setup' && reason !== 'file' && reason !== 'disk';
}
