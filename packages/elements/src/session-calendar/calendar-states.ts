import { html, nothing } from 'lit';
import type { AgendaFailure } from './agenda-failure.js';
import type { CalendarContext } from './calendar-context.js';
import type { View } from './toolbar.js';

/** Class of the room above a month, in which something is said of it. */
export function leadClass(view: View): string {
  return view === 'month' ? 'lead above-grid' : 'lead';
}

/** Lines that stand where sessions will be, while nothing is known yet. */
export function renderSkeleton({ messages }: CalendarContext, lines: number) {
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
export function renderFailure(
  context: CalendarContext,
  title: string,
  reason: AgendaFailure,
  onRetry?: () => void,
) {
  return html`
    <div class="failure" part="failure">
      <div class="error" part="error" role="heading" aria-level=${context.headingLevel}>
        ${title}
      </div>
      <p>${context.messages.failedBecause(reason)}</p>
      ${onRetry && mayPass(reason) ? renderRetry(context, onRetry) : nothing}
      <slot></slot>
    </div>
  `;
}

/** The button that tries again. */
export function renderRetry({ messages }: CalendarContext, onRetry: () => void) {
  return html`
    <button class="button secondary" part="retry" @click=${onRetry}>${messages.retry}</button>
  `;
}

/** Whether trying again may help. Told here, so that the frame draws without what tells errors apart. */
function mayPass(failure: AgendaFailure): boolean {
  return failure !== 'setup' && failure !== 'file' && failure !== 'disk';
}
