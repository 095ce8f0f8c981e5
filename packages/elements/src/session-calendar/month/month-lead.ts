import { html, nothing, type TemplateResult } from 'lit';
import { homeZone } from '@nafida/contract/civil-time.js';
import { agendaErrorReasonOf } from '../agenda/agenda-error.js';
import { withoutParts } from '../session/timetable.js';
import type { AgendaState } from '../agenda/agenda-reader.js';
import type { MonthReading } from '../agenda/agenda.js';
import type { View } from '../view/calendar-settings.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { leadClass, renderRetry } from '../view/calendar-states.js';
import type { Month } from '../day/civil-day.js';
import { monthOf } from '../day/civil-day.js';
import { dayText, monthText } from '../texts/day-texts.js';
import { momentText } from '../texts/session-texts.js';

/** A month that the calendar did not open on, because nothing is to come in it. */
interface PassedOver {
  readonly month: Month;
  readonly reading: MonthReading;
}

/** What is known of a month when something is said above it. */
export interface LeadView {
  readonly month: Month;
  readonly view: View;
  readonly state: AgendaState;
  readonly passedOver: PassedOver | undefined;
}

/**
 * What is said above a month: how many sessions it holds, or that nothing is to come, when the nearest session is and the
 * way to it. Its room is there before its words.
 */
export function renderLead(
  context: CalendarContext,
  { month, view, state, passedOver }: LeadView,
  onMonth: (month: Month) => void,
): TemplateResult {
  const { messages } = context;
  const where = leadClass(view);
  if (state.status === 'loading' && !passedOver) return html`<div class=${where}></div>`;
  const { sessions, nearby } = passedOver?.reading ?? state;
  if (sessions.length > 0 && !nearby) {
    return html`<div class=${where} part="lead">
      <p>${messages.sessionCount(withoutParts(sessions).length)}</p>
    </div>`;
  }
  const name = monthText(context, passedOver?.month ?? month);
  const isAhead = nearby?.kind === 'next';
  const day = nearby && (isAhead ? nearby.session.startDate : nearby.session.endDate);
  const told =
    day && (isAhead ? messages.nextSession : messages.lastSession)(dayText(context, day));
  return html`
    <div class="${where} empty" part="lead empty">
      <div>
        <p>
          ${sessions.length > 0 ? messages.monthIsOver(name) : messages.emptyMonth(name)}
          ${isAhead ? nothing : messages.nothingAhead}
        </p>
        ${told && (view === 'month' || !passedOver) ? html`<p>${told}</p>` : nothing}
      </div>
      ${
        day && !passedOver
          ? html`<button class="button secondary" part="jump" @click=${() => onMonth(monthOf(day))}>
              ${messages.showMonth(monthText(context, monthOf(day)))}
            </button>`
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
): TemplateResult {
  const { messages } = context;
  return html`
    <div class="notice warning" part="notice">
      <p>${messages.stale(momentText(context, readAt ?? context.now, homeZone))}</p>
      <p>${messages.failedBecause(agendaErrorReasonOf(error))}</p>
      ${renderRetry(context, onRetry)}
    </div>
  `;
}
