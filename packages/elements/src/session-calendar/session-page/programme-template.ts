import type { Session } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { written } from '../../foundation/locale/written-text.js';
import { renderBadges } from '../list/session-row.js';
import { seatsOf } from '../session/session-state.js';
import { dayText } from '../texts/day-texts.js';
import { clockTextOf, seatsText, sessionHoursText, titleText } from '../texts/session-texts.js';
import type { PageContext } from './page-context.js';
import type { ProgrammeDay, ProgrammeHour } from './programme.js';
import { programmeOf } from './programme.js';

/** The sessions of an event: a table by hour and room where there is room for one, a list with the rooms named elsewhere. */
export function renderProgramme(
  context: PageContext,
  sessions: readonly Session[],
  onOpen: (session: string) => void,
): TemplateResult | typeof nothing {
  if (sessions.length === 0) return nothing;
  const { pageMessages, headingLevel } = context;
  const days = programmeOf(sessions);
  return html`
    <section class="programme" part="programme" aria-labelledby="programme">
      <div id="programme" class="subheading" role="heading" aria-level=${headingLevel + 1}>
        ${pageMessages.programme}
      </div>
      ${renderProgrammeDays(context, days, headingLevel + 2, onOpen)}
    </section>
  `;
}

/** The days of a programme, one under the other, under headings of `level`. */
export function renderProgrammeDays(
  context: PageContext,
  days: readonly ProgrammeDay[],
  level: number,
  onOpen: (session: string) => void,
): TemplateResult[] {
  return days.map((day) =>
    context.isWide && day.rooms.length > 1
      ? renderTable(context, day, level, onOpen)
      : renderList(context, day, level, onOpen),
  );
}

function renderTable(
  context: PageContext,
  { day, rooms, hours }: ProgrammeDay,
  level: number,
  onOpen: (session: string) => void,
) {
  const { pageMessages, locale } = context;
  return html`
    <div class="across">
      <table class="rooms">
        <caption>
          <span role="heading" aria-level=${level}>${dayText(context, day)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">${pageMessages.hour}</th>
            ${rooms.map(
              (room) =>
                html`<th scope="col">
                  ${room ? written(textIn(room, locale)) : pageMessages.noRoom}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${hours.map(
            (hour) =>
              html`<tr>
                <th scope="row">${hourText(context, hour)}</th>
                ${hour.byRoom.map(
                  (ofRoom) =>
                    html`<td>
                      ${ofRoom.map((session) => renderPart(context, session, onOpen, false))}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

function renderList(
  context: PageContext,
  { day, hours }: ProgrammeDay,
  level: number,
  onOpen: (session: string) => void,
) {
  return html`
    <div class="programme-day" role="heading" aria-level=${level}>${dayText(context, day)}</div>
    <ul role="list">
      ${hours.flatMap(({ byRoom }) =>
        byRoom
          .flat()
          .map((session) => html`<li>${renderPart(context, session, onOpen, true)}</li>`),
      )}
    </ul>
  `;
}

function renderPart(
  context: PageContext,
  session: Session,
  onOpen: (session: string) => void,
  namesRoom: boolean,
) {
  const { locale } = context;
  const { registration, timeZone } = session;
  // That nobody need register goes without saying here.
  const seats = registration && seatsText(context, seatsOf(session, context.now), timeZone);
  return html`
    <div class="part" part="programme-session">
      <button
        class="title"
        part="session-title"
        data-opens=${session.id}
        @click=${() => onOpen(session.id)}
      >
        ${written(titleText(session, locale))}
      </button>
      <p class="hint points">
        <span>${sessionHoursText(context, session)}</span>
        ${
          namesRoom && session.room
            ? html`<span>${written(textIn(session.room, locale))}</span>`
            : nothing
        }
      </p>
      ${seats ? html`<p class="seats">${seats}</p>` : nothing} ${renderBadges(context, session)}
    </div>
  `;
}

function hourText(context: PageContext, { startTime, byRoom }: ProgrammeHour): string {
  const [first] = byRoom.flat();
  return startTime && first
    ? clockTextOf(context, startTime, first.timeZone)
    : context.messages.timeUnknown;
}
