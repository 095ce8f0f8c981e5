import { html, type TemplateResult } from 'lit';
import { weekdayName } from '../../foundation/locale/calendar-names.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { leadClass, renderSkeleton } from '../view/calendar-states.js';
import type { Month, Weekday } from '../day/civil-day.js';
import { weekdaysFrom, weeksOf } from './month-grid.js';
import type { View } from '../view/calendar-settings.js';

/** What the empty month is drawn with. */
export interface EmptyMonth {
  readonly month: Month;
  readonly view: View;
  readonly firstDay: Weekday;
}

/**
 * A month before it is known what happens in it, as high as it will be then. It is drawn while the rest of the calendar
 * is on its way, and says nothing to screen readers but that it is.
 */
export function renderEmptyMonth(
  context: CalendarContext,
  { month, view, firstDay }: EmptyMonth,
): TemplateResult {
  const { locale } = context;
  const lead = html`<div class=${leadClass(view)}></div>`;
  if (view !== 'month') {
    return html`<div class="empty-month">${lead}${renderSkeleton(context, 3)}</div>`;
  }
  return html`
    <div class="empty-month">
      ${lead}
      <table class="grid" aria-hidden="true">
        <thead>
          <tr>
            ${weekdaysFrom(firstDay).map(
              (weekday) => html`
                <th>
                  <span class="weekday-name">${weekdayName(locale, weekday)}</span>
                  <span class="weekday-letter">${weekdayName(locale, weekday, 'narrow')}</span>
                </th>
              `,
            )}
          </tr>
        </thead>
        <tbody>
          ${weeksOf(month, firstDay).map(
            (week) =>
              html`<tr>
                ${week.map(
                  (day) =>
                    html`<td class="day">
                      ${day && html`<span class="number">${Number(day.slice(8))}</span>`}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
      ${renderSkeleton(context, 1)}
    </div>
  `;
}
