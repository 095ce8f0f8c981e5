import type { Session, WrittenText } from '@nafida/contract';
import { withIsolatedParts } from '@nafida/contract/isolated-parts.js';
import { textIn } from '@nafida/contract/reads.js';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { phaseOf } from '../session/session-state.js';
import { placeText, titleText } from '../texts/session-texts.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { calendarLinks } from './calendar-links.js';

/** The texts of it in one language. */
export interface AddToCalendarMessages {
  readonly keep: string;
  readonly calendarFile: string;
  readonly inGoogle: string;
  readonly inOutlook: string;
}

/** Ways to add a session that is still to come to a calendar of one's own. `file` is the address of its `.ics`. */
export function renderAddToCalendar(
  { locale, now, headingLevel }: CalendarContext,
  messages: AddToCalendarMessages,
  session: Session,
  file: string,
): TemplateResult | undefined {
  const phase = phaseOf(session, now);
  if (phase !== 'upcoming' && phase !== 'under_way') return undefined;
  const { google, outlook } = calendarLinks(session, {
    title: plainText(titleText(session, locale)),
    details: session.description ? plainText(textIn(session.description, locale)) : '',
    place: plainText(placeText(session, locale)),
  });
  return html`
    <div class="add-to-calendar" part="add-to-calendar">
      <div class="subheading" role="heading" aria-level=${headingLevel + 1}>${messages.keep}</div>
      <ul role="list">
        <li>
          <a
            class="button secondary"
            part="calendar-file"
            href=${file}
            download=${`${session.id}.ics`}
            >${messages.calendarFile}</a
          >
        </li>
        <li>
          <a href=${google} target="_blank" rel="noopener noreferrer">${messages.inGoogle}</a>
        </li>
        <li>
          <a href=${outlook} target="_blank" rel="noopener noreferrer">${messages.inOutlook}</a>
        </li>
      </ul>
    </div>
  `;
}

/** A text for a program that knows nothing of languages. */
function plainText(text: WrittenText | null): string {
  return text ? withIsolatedParts(text.text, text.language) : '';
}
