import { html, nothing } from 'lit';
import { monthName } from '../foundation/calendar-names.js';
import { chevron, type CalendarContext } from './calendar-context.js';
import type { Month } from './civil-day.js';
import { addMonths, civilDateOf, firstDayOf, lastDayOf, monthOf } from './civil-day.js';
import { monthText } from './day-texts.js';

/** Ways to show a month. */
export type View = 'month' | 'list';

export interface Toolbar {
  readonly month: Month;
  readonly view: View;
  readonly isOffered: (month: Month) => boolean;
  readonly onMonth: (month: Month) => void;
  readonly onView: (view: View) => void;
}

/** The month's name, ways to its neighbours and back to today, and the choice of view. */
export function renderToolbar(context: CalendarContext, toolbar: Toolbar) {
  const { messages } = context;
  const { month, view, isOffered, onMonth, onView } = toolbar;
  const currentMonth = monthOf(context.today);
  const hijri = context.dayNotes?.hijriSpan(firstDayOf(month), lastDayOf(month));
  return html`
    <div class="toolbar" part="toolbar">
      <div id="month" class="month" part="month" role="heading" aria-level=${context.headingLevel}>
        ${monthText(context, month)}
        ${hijri ? html`<span class="hijri" part="hijri">${hijri}</span>` : nothing}
      </div>
      <div class="pager">
        ${renderStep('previous', addMonths(month, -1))}
        <button
          class="button secondary today"
          part="today"
          aria-disabled=${!isOffered(currentMonth) || month === currentMonth}
          @click=${() => isOffered(currentMonth) && onMonth(currentMonth)}
        >
          ${messages.today}
        </button>
        ${renderStep('next', addMonths(month, 1))}
      </div>
      <div class="views" role="group" aria-label=${messages.view}>
        ${(['month', 'list'] as const).map(
          (candidate) => html`
            <button
              part="view"
              aria-pressed=${candidate === view}
              @click=${() => onView(candidate)}
            >
              ${messages[candidate]}
            </button>
          `,
        )}
      </div>
    </div>
  `;

  function renderStep(direction: 'previous' | 'next', target: Month) {
    const name = monthText(context, target);
    const { month: number } = civilDateOf(firstDayOf(target));
    const offered = isOffered(target);
    return html`
      <button
        class="button secondary ${direction}"
        part=${direction}
        aria-label=${direction === 'next' ? messages.nextMonth(name) : messages.previousMonth(name)}
        aria-disabled=${!offered}
        @click=${() => offered && onMonth(target)}
      >
        ${direction === 'previous' ? chevron : ''}<span>${monthName(context.locale, number)}</span>${direction === 'next' ? chevron : ''}
      </button>
    `;
  }
}
