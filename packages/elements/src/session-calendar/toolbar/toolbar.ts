import { html, nothing, type TemplateResult } from 'lit';
import { monthName } from '../../foundation/locale/calendar-names.js';
import { chevron, type CalendarContext } from '../view/calendar-context.js';
import type { Month } from '../day/civil-day.js';
import { addMonths, civilDateOf, firstDayOf, lastDayOf, monthOf } from '../day/civil-day.js';
import { monthText } from '../texts/day-texts.js';
import type { View } from '../view/calendar-settings.js';

/** What the toolbar draws, and whom it tells of another month or view. */
export interface Toolbar {
  readonly month: Month;
  readonly view: View;
  /** Something of the month can be looked at as a programme. */
  readonly hasProgramme: boolean;
  readonly isOffered: (month: Month) => boolean;
  readonly onMonth: (month: Month) => void;
  readonly onView: (view: View) => void;
}

/** The month's name between ways to its neighbours, the choice of view, and `tools`: the way to whatever is wanted less often. */
export function renderToolbar(
  context: CalendarContext,
  toolbar: Toolbar,
  tools: unknown,
): TemplateResult {
  const { messages } = context;
  const { month, view, hasProgramme, onView } = toolbar;
  const hijri = context.dayNotes?.hijriSpan(firstDayOf(month), lastDayOf(month));
  const title = html`
    <div id="month" class="month" part="month" role="heading" aria-level=${context.headingLevel}>
      ${monthText(context, month)}
      ${context.hijri ? html`<span class="hijri" part="hijri">${hijri}</span>` : nothing}
    </div>
  `;
  const previous = renderStep(context, toolbar, 'previous');
  const next = renderStep(context, toolbar, 'next');
  // Last: it comes with the sessions of a month, and must not move what is there already.
  const views: readonly View[] = hasProgramme ? ['month', 'list', 'programme'] : ['month', 'list'];
  return html`
    <div class="toolbar" part="toolbar">
      ${
        context.isWide
          ? html`${title}
              <div class="pager">${previous}${renderToday(context, toolbar)}${next}</div>`
          : html`<div class="pager">${previous}${title}${next}</div>`
      }
      <div class="choices">
        <div class="views" role="group" aria-label=${messages.view}>
          ${views.map(
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
        ${tools}
      </div>
    </div>
  `;
}

function renderStep(
  context: CalendarContext,
  { month, isOffered, onMonth }: Toolbar,
  direction: 'previous' | 'next',
) {
  const { locale, messages, isWide } = context;
  const isNext = direction === 'next';
  const target = addMonths(month, isNext ? 1 : -1);
  const { month: number } = civilDateOf(firstDayOf(target));
  const shown = monthName(locale, number, isWide ? 'long' : 'short');
  // People who speak to their device say the text of the button.
  const name = monthText(context, target).replace(monthName(locale, number), shown);
  const offered = isOffered(target);
  return html`
    <button
      class="button secondary ${direction}"
      part="neighbour ${direction}"
      aria-label=${isNext ? messages.nextMonth(name) : messages.previousMonth(name)}
      aria-disabled=${!offered}
      @click=${() => offered && onMonth(target)}
    >
      ${isNext ? '' : chevron}<span>${shown}</span>${isNext ? chevron : ''}
    </button>
  `;
}

/** What stands in its place while something is searched for, whenever it takes place. */
export function renderSearchBar(
  { messages, headingLevel }: CalendarContext,
  tools: unknown,
): TemplateResult {
  return html`
    <div class="toolbar" part="toolbar">
      <div class="month" part="month" role="heading" aria-level=${headingLevel}>
        ${messages.agenda}
      </div>
      <div class="choices">${tools}</div>
    </div>
  `;
}

/** The way back to the month of today. Where the toolbar has no room for it, it stands among the tools. */
export function renderToday(
  context: CalendarContext,
  { month, isOffered, onMonth }: Pick<Toolbar, 'month' | 'isOffered' | 'onMonth'>,
): TemplateResult {
  const current = monthOf(context.today);
  const isThere = month === current || !isOffered(current);
  return html`
    <button
      class="button secondary today"
      part="today"
      aria-disabled=${isThere}
      @click=${() => !isThere && onMonth(current)}
    >
      ${context.messages.today}
    </button>
  `;
}
