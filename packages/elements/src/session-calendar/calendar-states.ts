import { html, nothing } from 'lit';
import type { AgendaState } from './agenda-reader.js';
import type { CalendarContext } from './calendar-context.js';
import type { Month } from './civil-day.js';
import { monthOf } from './civil-day.js';
import type { FailureReason } from '../foundation/failure-reason.js';
import { failureReasonOf } from '../foundation/failure-reason.js';
import { homeZone } from './known-zone.js';
import { dayText, momentText, monthText } from './session-texts.js';

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

/** A month without sessions: says so, and leads to the nearest one that has some. */
export function renderEmpty(
  context: CalendarContext,
  month: Month,
  { nearby }: AgendaState,
  onMonth: (month: Month) => void,
) {
  const { messages } = context;
  const isAhead = nearby?.kind === 'next';
  const day = nearby && (isAhead ? nearby.session.startDate : nearby.session.endDate);
  return html`
    <div class="empty" part="empty">
      <p>${messages.emptyMonth(monthText(context, month))}</p>
      ${isAhead ? nothing : html`<p>${messages.nothingAhead}</p>`}
      ${
        day
          ? html`
              <p>
                ${
                  isAhead
                    ? messages.nextSession(dayText(context, day))
                    : messages.lastSession(dayText(context, day))
                }
              </p>
              <button class="button secondary" part="jump" @click=${() => onMonth(monthOf(day))}>
                ${messages.showMonth(monthText(context, monthOf(day)))}
              </button>
            `
          : nothing
      }
    </div>
  `;
}

/** The agenda as last known, said to be so. */
export function renderStale(
  context: CalendarContext,
  { error, readAt }: AgendaState,
  onRetry: () => void,
) {
  const { messages } = context;
  return html`
    <div class="notice warning" part="notice">
      <p>${messages.stale(momentText(context, readAt ?? context.now, homeZone))}</p>
      <p>${messages.failedBecause(failureReasonOf(error))}</p>
      ${renderRetry(context, onRetry)}
    </div>
  `;
}

/** Nothing could be read: why, what to do, and whatever the page offers instead (default slot). */
export function renderFailure(
  context: CalendarContext,
  title: string,
  reason: FailureReason,
  onRetry?: () => void,
) {
  return html`
    <div class="failure" part="failure">
      <p class="error" part="error">${title}</p>
      <p>${context.messages.failedBecause(reason)}</p>
      ${onRetry && reason !== 'setup' ? renderRetry(context, onRetry) : nothing}
      <slot></slot>
    </div>
  `;
}

function renderRetry({ messages }: CalendarContext, onRetry: () => void) {
  return html`
    <button class="button secondary" part="retry" @click=${onRetry}>${messages.retry}</button>
  `;
}
