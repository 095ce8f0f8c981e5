import { html, nothing } from 'lit';
import { monthName } from '../foundation/calendar-names.js';
import { chevron, type CalendarContext } from './calendar-context.js';
import type { Month } from './civil-day.js';
import { addMonths, civilDateOf, firstDayOf, lastDayOf, monthOf } from './civil-day.js';
import { monthText } from './day-texts.js';

/** Ways to show a month. */
export type View = 'month' | 'list' | 'programme';

export interface Toolbar {
  readonly month: Month;
  readonly view: View;
  /** Something of the month can be looked at as a programme. */
  readonly hasProgramme: boolean;
  readonly isOffered: (month: Month) => boolean;
  readonly onMonth: (month: Month) => void;
  readonly onView: (view: View) => void;
}

/** The month's name, ways to its neighbours and back to today, and the choice of view. */
export function renderToolbar(context: CalendarContext, toolbar: Toolbar) {
  const { messages } = context;
  const { month, view, hasProgramme, isOffered, onMonth, onView } = toolbar;
  const currentMonth = monthOf(context.today);
  const hijri = context.dayNotes?.hijriSpan(firstDayOf(month), lastDayOf(month));
  // Where it finds room beside the others it comes before them, else under the pager: a choice that appears with the
  // sessions of a month must not move what is there already.
  const views: readonly View[] = !hasProgramme
    ? ['month', 'list']
    : context.isWide
      ? ['programme', 'month', 'list']
      : ['month', 'list', 'programme'];
  const pager = html`
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
  `;
  const choice = html`
    <div class="views" role="group" aria-label=${messages.view}>
      ${views.map(
        (candidate) => html`
          <button part="view" aria-pressed=${candidate === view} @click=${() => onView(candidate)}>
            ${messages[candidate]}
          </button>
        `,
      )}
    </div>
  `;
  return html`
    <div class="toolbar ${hasProgramme ? 'three' : ''}" part="toolbar">
      <div id="month" class="month" part="month" role="heading" aria-level=${context.headingLevel}>
        ${monthText(context, month)}
        ${context.hijri ? html`<span class="hijri" part="hijri">${hijri}</span>` : nothing}
      </div>
      ${context.isWide ? [choice, pager] : [pager, choice]}
    </div>
  `;

  function renderStep(direction: 'previous' | 'next', target: Month) {
    const name = monthText(context, target);
    const { month: number } = civilDateOf(firstDayOf(target));
    const offered = isOffered(target);
    return html`
      <button
        class="button secondary ${direction}"
        part="neighbour ${direction}"
        aria-label=${direction === 'next' ? messages.nextMonth(name) : messages.previousMonth(name)}
        aria-disabled=${!offered}
        @click=${() => offered && onMonth(target)}
      >
        ${direction === 'previous' ? chevron : ''}<span>${monthName(context.locale, number)}</span>${direction === 'next' ? chevron : ''}
      </button>
    `;
  }
}
