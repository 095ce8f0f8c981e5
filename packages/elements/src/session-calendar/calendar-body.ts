import type { Session } from '@nafida/contract';
import { html, nothing } from 'lit';
import { failureReasonOf } from '../foundation/failure-reason.js';
import { written } from '../foundation/written-text.js';
import { agendaDays, dayToShow, sessionsByDay, withoutParts } from './agenda-days.js';
import type { AgendaState } from './agenda-reader.js';
import type { CalendarContext } from './calendar-context.js';
import type { CalendarSettings } from './calendar-settings.js';
import { isDayOffered, isMonthOffered } from './calendar-settings.js';
import { renderEmpty, renderFailure, renderSkeleton, renderStale } from './calendar-states.js';
import type { Day, Month } from './civil-day.js';
import { firstDayOf, lastDayOf } from './civil-day.js';
import { renderList, renderRows } from './list-view.js';
import { renderMonth } from './month-view.js';
import { dayText } from './session-texts.js';
import type { View } from './toolbar.js';
import { renderToolbar } from './toolbar.js';

/** What the calendar itself is drawn with, while no session is open. */
export interface CalendarBody {
  readonly month: Month;
  readonly view: View;
  readonly settings: CalendarSettings;
  readonly state: AgendaState;
  readonly busy: boolean;
  /** The day the person chose, and the one they went to with the keys, in whatever month. */
  readonly selectedDay: Day | undefined;
  readonly focusDay: Day | undefined;
  readonly onMonth: (month: Month) => void;
  readonly onView: (view: View) => void;
  readonly onKey: (event: KeyboardEvent, day: Day) => void;
  readonly onSelect: (day: Day) => void;
  readonly onOpen: (session: string) => void;
  readonly onRetry: () => void;
}

/** One month: its name and ways on, then its sessions as a grid with the chosen day's list, or as a timetable. */
export function renderCalendar(context: CalendarContext, body: CalendarBody) {
  const { month, view, settings, state, onMonth, onView, onRetry } = body;
  const { dayNotes } = context;
  return html`
    ${renderToolbar(context, {
      month,
      view,
      isOffered: (candidate) => isMonthOffered(candidate, settings),
      onMonth,
      onView,
    })}
    ${state.status === 'stale' ? renderStale(context, state, onRetry) : nothing}
    ${
      state.status === 'failed'
        ? renderFailure(context, context.messages.failed, failureReasonOf(state.error), onRetry)
        : view === 'list'
          ? renderListView(context, body)
          : renderMonthView(context, body)
    }
    ${dayNotes?.note ? html`<p class="hint note" part="note">${dayNotes.note}</p>` : nothing}
  `;
}

function renderListView(context: CalendarContext, body: CalendarBody) {
  const { month, state, onOpen } = body;
  if (state.sessions.length === 0) return renderNoSessions(context, body, 3);
  return renderList(
    context,
    agendaDays(withoutParts(state.sessions), firstDayOf(month), lastDayOf(month)),
    onOpen,
  );
}

function renderMonthView(context: CalendarContext, body: CalendarBody) {
  const { month, settings, state, onKey, onSelect, onOpen } = body;
  const inMonth = (day: Day | undefined) => (day?.startsWith(month) ? day : undefined);
  const days = sessionsByDay(withoutParts(state.sessions), firstDayOf(month), lastDayOf(month));
  const selectedDay = inMonth(body.selectedDay) ?? dayToShow(days, context.today);
  const focusDay =
    inMonth(body.focusDay) ?? selectedDay ?? inMonth(context.today) ?? firstDayOf(month);
  return html`
    ${renderMonth(context, {
      month,
      firstDay: settings.firstDay,
      days,
      focusDay,
      selectedDay,
      isOffered: (day) => isDayOffered(day, settings),
      busy: body.busy,
      onKey,
      onSelect,
      onOpen,
      onTurn: (target) => isMonthOffered(target, settings) && body.onMonth(target),
    })}
    ${
      state.sessions.length === 0
        ? renderNoSessions(context, body, 1)
        : selectedDay && renderDay(context, selectedDay, days.get(selectedDay) ?? [], onOpen)
    }
  `;
}

function renderNoSessions(context: CalendarContext, body: CalendarBody, lines: number) {
  const { month, state, onMonth } = body;
  return state.status === 'loading'
    ? renderSkeleton(context, lines)
    : renderEmpty(context, month, state, onMonth);
}

function renderDay(
  context: CalendarContext,
  day: Day,
  sessions: readonly Session[],
  onOpen: (session: string) => void,
) {
  const { dayNotes } = context;
  const holiday = dayNotes?.holiday(day);
  return html`
    <section class="day-list" part="day-list" aria-labelledby="day">
      <div id="day" class="subheading" role="heading" aria-level=${context.headingLevel + 1}>
        ${dayText(context, day)}
      </div>
      ${[dayNotes?.hijri(day), holiday && written(holiday)].map((note) =>
        note ? html`<p class="hint">${note}</p>` : nothing,
      )}
      ${
        sessions.length === 0
          ? html`<p>${context.messages.emptyDay}</p>`
          : renderRows(context, sessions, onOpen)
      }
    </section>
  `;
}
