import { html, nothing } from 'lit';
import { homeZone } from '@nafida/contract/civil-time.js';
import { agendaFailureOf } from './agenda-failure.js';
import type { AgendaState } from './agenda-reader.js';
import type { CalendarContext } from './calendar-context.js';
import { renderRetry } from './calendar-states.js';
import type { Month } from './civil-day.js';
import { monthOf } from './civil-day.js';
import { dayText, monthText } from './day-texts.js';
import { momentText } from './session-texts.js';

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
      <p>${messages.failedBecause(agendaFailureOf(error))}</p>
      ${renderRetry(context, onRetry)}
    </div>
  `;
}
