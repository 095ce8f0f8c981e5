import type { Session } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { weekdayName } from '../../foundation/locale/calendar-names.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { written } from '../../foundation/locale/written-text.js';
import type { Day, Month, Weekday } from '../day/civil-day.js';
import { weekdayOfDay } from '../day/civil-day.js';
import { weekdaysFrom, weeksOf } from './month-grid.js';
import { phaseOf } from '../session/session-state.js';
import { dayText } from '../texts/day-texts.js';
import { titleText } from '../texts/session-texts.js';
import type { Piece } from './week-lanes.js';
import { lanesOf } from './week-lanes.js';

/** Sessions that a cell names; further ones are counted. */
const namedLanes = 2;

/** What the month grid draws, and whom it tells of keys, days and sessions. */
export interface MonthView {
  readonly month: Month;
  readonly firstDay: Weekday;
  readonly days: ReadonlyMap<Day, readonly Session[]>;
  /** The one cell in the tab order. */
  readonly focusDay: Day;
  readonly selectedDay: Day | undefined;
  readonly isOffered: (day: Day) => boolean;
  readonly busy: boolean;
  readonly onKey: (event: KeyboardEvent, day: Day) => void;
  readonly onSelect: (day: Day) => void;
  readonly onOpen: (session: string) => void;
}

/** The month as a WAI-ARIA grid: one tab stop, a cell for each day, sessions by name where there is room. */
export function renderMonth(context: CalendarContext, view: MonthView): TemplateResult {
  // One listener for the whole grid. Names in cells are a short cut for the mouse: everyone else goes through
  // the day's list, which says the same and more.
  const handleClick = ({ target }: Event) => {
    const session = (target as Element).closest<HTMLElement>('[data-session]');
    const day = (target as Element).closest<HTMLElement>('[data-day]');
    if (day) view.onSelect(day.dataset['day']!);
    if (session) view.onOpen(session.dataset['session']!);
  };
  const handleKey = (event: KeyboardEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-day]');
    if (cell) view.onKey(event, cell.dataset['day']!);
  };
  return html`
    <table
      class="grid"
      part="grid"
      role="grid"
      aria-labelledby="month"
      aria-busy=${view.busy}
      @click=${handleClick}
      @keydown=${handleKey}
    >
      <thead>
        <tr>
          ${weekdaysFrom(view.firstDay).map(
            (weekday) => html`
              <th scope="col" part="weekday">
                <span class="weekday-name">${weekdayName(context.locale, weekday)}</span>
                <span class="weekday-letter" aria-hidden="true"
                  >${weekdayName(context.locale, weekday, 'narrow')}</span
                >
              </th>
            `,
          )}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(view.month, view.firstDay).map((week) => {
          const lanes = lanesOf(week, view.days);
          return html`<tr>
            ${week.map((day) =>
              day === null
                ? html`<td class="outside"></td>`
                : renderDay(context, view, day, lanes.get(day) ?? []),
            )}
          </tr>`;
        })}
      </tbody>
    </table>
  `;
}

function renderDay(
  context: CalendarContext,
  view: MonthView,
  day: Day,
  lanes: readonly (Piece | null)[],
) {
  const { messages, today } = context;
  const count = view.days.get(day)?.length ?? 0;
  const isSelected = day === view.selectedDay;
  const holiday = context.dayNotes?.holiday(day);
  const hijri = context.dayNotes?.hijri(day);
  const dayOff = holiday?.text.replaceAll('\u00ad', '');
  const said = [dayText(context, day), hijri, dayOff, messages.sessionCount(count)];
  const named = lanes.slice(0, namedLanes);
  const unnamed = lanes.slice(namedLanes).filter(Boolean).length;
  const states = [
    day === today && 'today',
    day < today && 'past',
    isSelected && 'selected',
    count > 0 && 'busy',
    weekdayOfDay(day) > 5 && 'weekend',
    holiday && 'holiday',
  ]
    .filter(Boolean)
    .join(' ');
  return html`
    <td
      class="day ${states}"
      part="day ${states}"
      role="gridcell"
      data-day=${day}
      tabindex=${day === view.focusDay ? 0 : -1}
      aria-selected=${isSelected}
      aria-disabled=${view.isOffered(day) ? nothing : 'true'}
      aria-current=${day === today ? 'date' : nothing}
    >
      <span class="visually-hidden"
        >${messages.enumeration(said.filter((text) => text !== undefined))}</span
      >
      <span aria-hidden="true">
        <span class="number">${Number(day.slice(8))}</span>
        ${count > 0 ? html`<span class="count">${count}</span>` : nothing}
        ${holiday ? html`<span class="holiday-name">${written(holiday)}</span>` : nothing}
        ${unnamed > 0 ? html`<span class="more"><bdi dir="ltr">+${unnamed}</bdi></span>` : nothing}
        ${named.map((piece) =>
          piece ? renderPiece(context, piece) : html`<span class="piece"></span>`,
        )}
      </span>
    </td>
  `;
}

function renderPiece(context: CalendarContext, { session, span }: Piece) {
  const phase = phaseOf(session, context.now);
  const isCalledOff = phase === 'cancelled' || phase === 'postponed';
  return html`<span class="piece of ${phase}" data-session=${session.id} data-span=${span}
    >${
      span > 0
        ? html`<span
            >${isCalledOff ? html`<b>${context.messages.calledOff[phase]}</b> – ` : nothing}${written(
              titleText(session, context.locale),
            )}</span
          >`
        : nothing
    }</span
  >`;
}
