import type { Session } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html } from 'lit';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { written } from '../../foundation/locale/written-text.js';
import { eventsIn } from '../session/timetable.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { renderSkeleton } from '../view/calendar-states.js';
import type { Month } from '../day/civil-day.js';
import { firstDayOf, lastDayOf } from '../day/civil-day.js';
import { monthText } from '../texts/day-texts.js';
import { renderBadges } from '../list/session-row.js';
import { sessionDaysText, titleText } from '../texts/session-texts.js';
import type { SessionPageMessages } from './messages.js';
import { sessionPageCatalogues } from './catalogues.js';
import { programmeOf } from './programme.js';
import { renderProgrammeDays } from './programme-template.js';
import { sessionPageStyles } from './session-page.styles.js';

/** The programme view of a month: each event that consists of several sessions, by day, hour and room. */
export class ProgrammeView {
  readonly #locale: LocaleController<SessionPageMessages>;
  readonly #onOpen: (session: string) => void;

  constructor(host: LitElement, onOpen: (session: string) => void) {
    addStyles(host, sessionPageStyles);
    this.#locale = new LocaleController(host, sessionPageCatalogues);
    this.#onOpen = onOpen;
  }

  /** The events among `sessions`; a sentence where there are none, and what the month has instead beneath it. */
  render(
    context: CalendarContext,
    month: Month,
    sessions: readonly Session[],
    instead: () => unknown,
  ): TemplateResult | TemplateResult[] {
    const { messages } = this.#locale;
    if (!messages) return renderSkeleton(context, 3);
    const events = eventsIn(sessions);
    if (events.length === 0) {
      return html`<p class="hint">${messages.noProgramme(monthText(context, month))}</p>
        ${instead()}`;
    }
    const window = { from: firstDayOf(month), to: lastDayOf(month) };
    const level = context.headingLevel + 1;
    return events.map((event) => {
      const parts = sessions.filter(({ parent }) => parent === event.id);
      return html`
        <section class="event programme" part="programme">
          <div class="part">
            <div class="subheading" role="heading" aria-level=${level}>
              <button
                class="title"
                part="session-title"
                data-opens=${event.id}
                @click=${() => this.#onOpen(event.id)}
              >
                ${written(titleText(event, context.locale))}
              </button>
            </div>
            <p class="hint">${sessionDaysText(context, event)}</p>
            ${renderBadges(context, event)}
          </div>
          ${renderProgrammeDays({ ...context, pageMessages: messages }, programmeOf(parts, window), level + 1, this.#onOpen)}
        </section>
      `;
    });
  }
}
