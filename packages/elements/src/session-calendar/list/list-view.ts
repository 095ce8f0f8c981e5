import type { Session } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { weekdayName } from '../../foundation/locale/calendar-names.js';
import { written } from '../../foundation/locale/written-text.js';
import type { AgendaDay } from '../session/timetable.js';
import type { CalendarContext } from '../view/calendar-context.js';
import type { Day } from '../day/civil-day.js';
import { civilDateOf, weekdayOfDay } from '../day/civil-day.js';
import { renderSessionRow } from './session-row.js';
import { dayText } from '../texts/day-texts.js';

/** The month as a timetable: days one under the other, each with its sessions. */
export function renderList(
  context: CalendarContext,
  days: readonly AgendaDay[],
  onOpen: (session: string) => void,
): TemplateResult {
  return html`
    <ol class="days" part="list" role="list">
      ${days.map(
        ({ day, sessions }) => html`
          <li class="agenda-day ${day === context.today ? 'today' : ''}" part="agenda-day">
            ${renderDate(context, day)} ${renderRows(context, sessions, onOpen)}
          </li>
        `,
      )}
    </ol>
  `;
}

/** The sessions of one day; `isDated` where they are of many, and each says its own. */
export function renderRows(
  context: CalendarContext,
  sessions: readonly Session[],
  onOpen: (session: string) => void,
  isDated = false,
): TemplateResult {
  return html`
    <ul class="sessions" role="list">
      ${sessions.map((session) => renderSessionRow(context, session, onOpen, isDated))}
    </ul>
  `;
}

function renderDate(context: CalendarContext, day: Day) {
  const { day: number } = civilDateOf(day);
  const holiday = context.dayNotes?.holiday(day);
  const hijri = context.dayNotes?.hijri(day);
  return html`
    <div class="date" role="heading" aria-level=${context.headingLevel + 1}>
      <span class="visually-hidden">${dayText(context, day)}</span>
      <span class="number" aria-hidden="true">${number}</span>
      <span class="weekday" aria-hidden="true">
        ${weekdayName(context.locale, weekdayOfDay(day))}
      </span>
      ${hijri ? html`<span class="note">${hijri}</span>` : nothing}
      ${holiday ? html`<span class="note">${written(holiday)}</span>` : nothing}
    </div>
  `;
}
