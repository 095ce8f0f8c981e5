import type { Session } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarContext } from '../view/calendar-context.js';
import { written } from '../../foundation/locale/written-text.js';
import { phaseOf, seatsOf } from '../session/session-state.js';
import {
  placeText,
  seatsText,
  sessionDaysText,
  sessionHoursText,
  titleText,
} from '../texts/session-texts.js';

/**
 * One line of the timetable: hour, title, place, seats in words. The whole line opens the session's page. `isDated` where
 * no day stands above it.
 */
export function renderSessionRow(
  context: CalendarContext,
  session: Session,
  onOpen: (session: string) => void,
  isDated = false,
): TemplateResult {
  const { locale, now } = context;
  const phase = phaseOf(session, now);
  const seats = seatsOf(session, now, context.registersInParts(session.id));
  const seatsLine = seatsText(context, seats, session.timeZone);
  const isLong = session.startDate !== session.endDate;
  return html`
    <li class="session ${phase}" part="session ${phase}">
      <div class="hours" part="hours">
        ${
          isLong || isDated
            ? html`<p>${sessionDaysText(context, session, { year: isDated })}</p>`
            : nothing
        }
        <p>${sessionHoursText(context, session)}</p>
      </div>
      <div class="what">
        <button
          class="title"
          part="session-title"
          data-opens=${session.id}
          @click=${() => onOpen(session.id)}
        >
          ${written(titleText(session, locale))}
        </button>
        <p class="kind points">${renderKind(context, session)}</p>
      </div>
      <div class="standing">
        ${renderBadges(context, session)}
        ${seatsLine ? html`<p class="seats ${seats.kind}" part="seats">${seatsLine}</p>` : nothing}
      </div>
    </li>
  `;
}

// «ورشة · عن بعد · دار الشباب، أحفير»: coming in person goes without saying.
function renderKind({ locale, messages }: CalendarContext, session: Session) {
  const { kind, typeOfMeeting } = session;
  const place = placeText(session, locale);
  const isSaid = typeOfMeeting === 'online' || typeOfMeeting === 'hybrid';
  return html`<span>${messages.kinds[kind]}</span> ${
      isSaid ? html`<span>${messages.meetingTypes[typeOfMeeting]}</span>` : nothing
    }
    ${place ? html`<span>${written(place)}</span>` : nothing}`;
}

/** Words for what is out of the ordinary about a session: its phase, and that it is a demonstration. */
export function renderBadges({ messages, now }: CalendarContext, session: Session): TemplateResult {
  const phase = phaseOf(session, now);
  return html`
    ${
      phase === 'upcoming'
        ? nothing
        : html`<p class="badge ${phase}" part="badge">${messages.phases[phase]}</p>`
    }
    ${
      session.demonstration
        ? html`<p class="badge demonstration" part="badge">${messages.demonstration}</p>`
        : nothing
    }
  `;
}
