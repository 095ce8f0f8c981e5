import type { Session } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { agendaErrorReasonOf } from './agenda/agenda-error.js';
import { addStyles, LazyModule } from '../foundation/loading/lazy-module.js';
import { written } from '../foundation/locale/written-text.js';
import {
  agendaDays,
  dayToShow,
  eventsIn,
  sessionsByDay,
  withoutParts,
} from './session/timetable.js';
import type { AgendaState } from './agenda/agenda-reader.js';
import type { CalendarContext } from './view/calendar-context.js';
import type { CalendarSettings, View } from './view/calendar-settings.js';
import { isDayOffered, isMonthOffered } from './view/calendar-settings.js';
import { renderAgendaError, renderSkeleton } from './view/calendar-states.js';
import type { Day, Month } from './day/civil-day.js';
import { addMonths, firstDayOf, lastDayOf, monthOf } from './day/civil-day.js';
import { dayText } from './texts/day-texts.js';
import { dayAfterKey } from './month/grid-keys.js';
import { renderList, renderRows } from './list/list-view.js';
import type { LeadView } from './month/month-lead.js';
import { renderLead, renderStale } from './month/month-lead.js';
import { renderMonth } from './month/month-view.js';
import { monthStyles } from './month/month.styles.js';
import type { ProgrammeView } from './session-page/programme-view.js';
import type { Touched } from './month/swipe.js';
import { swipedPages } from './month/swipe.js';

/** What the month needs from the calendar. */
export interface CalendarBodyOptions {
  readonly onMonth: (month: Month) => void;
  readonly onOpen: (session: string) => void;
  readonly onRetry: () => void;
}

/** What the month is drawn with. */
export interface CalendarBodyView extends LeadView {
  readonly settings: CalendarSettings;
  readonly busy: boolean;
}

/**
 * One month: its sessions as a grid with the chosen day's list, or as a timetable. Loaded while its sessions are asked for,
 * and knows which day the person is at.
 */
export class CalendarBody {
  readonly #host: LitElement;
  readonly #options: CalendarBodyOptions;
  readonly #programme: LazyModule<ProgrammeView>;
  /** The day the person chose, and the one they went to with the keys, in whatever month. */
  #selectedDay: Day | undefined;
  #focusDay: Day | undefined;
  /** Where a finger came down. */
  #touched: Touched | undefined;

  constructor(host: LitElement, options: CalendarBodyOptions) {
    addStyles(host, monthStyles);
    this.#host = host;
    this.#options = options;
    this.#programme = new LazyModule(host, async () => {
      const { ProgrammeView } = await import('./session-page/programme-view.js');
      return new ProgrammeView(host, options.onOpen);
    });
  }

  /** Whether any event among `sessions` has a programme to look at. */
  hasProgramme(sessions: readonly Session[]): boolean {
    return eventsIn(sessions).length > 0;
  }

  /** The same, once what draws `view` is loaded. */
  async ready(view: View): Promise<void> {
    if (view === 'programme') await this.#programme.need();
  }

  /** The month that `view` says. */
  render(context: CalendarContext, view: CalendarBodyView): TemplateResult {
    const { state } = view;
    const { onRetry } = this.#options;
    return html`
      ${state.status === 'stale' ? renderStale(context, state, onRetry) : nothing}
      ${
        state.status === 'failed'
          ? renderAgendaError(
              context,
              context.messages.failed,
              agendaErrorReasonOf(state.error),
              onRetry,
            )
          : html`${renderLead(context, view, this.#options.onMonth)}${this.#renderView(context, view)}`
      }
      ${
        // Below lines that only stand in for sessions it would move once those come.
        context.dayNotes?.note && (state.status !== 'loading' || state.sessions.length > 0)
          ? html`<p class="hint note" part="note">${context.dayNotes.note}</p>`
          : nothing
      }
    `;
  }

  #renderView(context: CalendarContext, view: CalendarBodyView) {
    // A programme is wider than a phone, and is itself moved by a finger.
    if (view.view === 'programme') return this.#renderProgramme(context, view);
    return html`<div
      class="pages"
      @touchstart=${{ handleEvent: this.#handleTouchStart, passive: true }}
      @touchend=${(event: TouchEvent) => this.#handleTouchEnd(event, context, view)}
    >
      ${view.view === 'month' ? this.#renderMonth(context, view) : this.#renderList(context, view)}
    </div>`;
  }

  #renderProgramme(context: CalendarContext, view: CalendarBodyView) {
    const { month, state } = view;
    const { part, failed } = this.#programme;
    const need = () => void this.#programme.need();
    if (failed) return renderAgendaError(context, context.messages.partFailed, 'offline', need);
    if (!part) need();
    if (state.sessions.length === 0) return renderPending(context, state, 3);
    if (!part) return renderSkeleton(context, 3);
    return part.render(context, month, state.sessions, () => this.#renderList(context, view));
  }

  readonly #handleTouchStart = ({ touches }: TouchEvent): void => {
    // A person who magnified the page moves in it with the same finger.
    const isMagnified = (visualViewport?.scale ?? 1) > 1;
    this.#touched = touches.length === 1 && !isMagnified ? touches[0] : undefined;
  };

  #handleTouchEnd(
    { changedTouches: [left] }: TouchEvent,
    { direction }: CalendarContext,
    { month, settings }: CalendarBodyView,
  ): void {
    const pages = this.#touched && left ? swipedPages(this.#touched, left, direction) : 0;
    const target = addMonths(month, pages);
    if (isMonthOffered(target, settings)) this.#options.onMonth(target);
  }

  #handleKey(
    event: KeyboardEvent,
    day: Day,
    { direction }: CalendarContext,
    settings: CalendarSettings,
  ): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#select(day);
      return;
    }
    const target = dayAfterKey(day, event, { direction, firstDay: settings.firstDay });
    if (!target) return;
    event.preventDefault();
    if (!isDayOffered(target, settings)) return;
    this.#focusDay = target;
    this.#options.onMonth(monthOf(target));
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.day[tabindex="0"]')?.focus(),
    );
  }

  #select(day: Day): void {
    this.#selectedDay = day;
    this.#focusDay = day;
    this.#host.requestUpdate();
  }

  #renderList(context: CalendarContext, view: CalendarBodyView) {
    const { month, state } = view;
    if (state.sessions.length === 0) return renderPending(context, state, 3);
    return renderList(
      context,
      agendaDays(withoutParts(state.sessions), firstDayOf(month), lastDayOf(month)),
      this.#options.onOpen,
    );
  }

  #renderMonth(context: CalendarContext, view: CalendarBodyView) {
    const { month, settings, state } = view;
    const { onOpen } = this.#options;
    const inMonth = (day: Day | undefined) => (day?.startsWith(month) ? day : undefined);
    const days = sessionsByDay(withoutParts(state.sessions), firstDayOf(month), lastDayOf(month));
    const selectedDay = inMonth(this.#selectedDay) ?? dayToShow(days, context.today);
    const focusDay =
      inMonth(this.#focusDay) ?? selectedDay ?? inMonth(context.today) ?? firstDayOf(month);
    return html`
      ${renderMonth(context, {
        month,
        firstDay: settings.firstDay,
        days,
        focusDay,
        selectedDay,
        isOffered: (day) => isDayOffered(day, settings),
        busy: view.busy,
        onKey: (event, day) => this.#handleKey(event, day, context, settings),
        onSelect: (day) => this.#select(day),
        onOpen,
      })}
      ${
        state.sessions.length === 0
          ? renderPending(context, state, 1)
          : selectedDay && renderDay(context, selectedDay, days.get(selectedDay) ?? [], onOpen)
      }
    `;
  }
}

// Nothing where there is nothing: that is said above.
function renderPending(context: CalendarContext, { status }: AgendaState, lines: number) {
  return status === 'loading' ? renderSkeleton(context, lines) : nothing;
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
