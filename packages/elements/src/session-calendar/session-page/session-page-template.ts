import type { LocalizedText, Session } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { CalendarContext } from '../calendar-context.js';
import { written } from '../../foundation/written-text.js';
import { mapLinks } from './map-links.js';
import { phaseOf, seatsOf } from '../session-state.js';
import {
  momentText,
  readerHoursText,
  seatsText,
  seriesText,
  sessionDaysText,
  sessionHoursText,
  titleText,
} from '../session-texts.js';

/** Everything that is known of one session, in the order in which people ask for it. */
export function renderSessionPage(
  context: CalendarContext,
  session: Session,
  registration: TemplateResult | typeof nothing,
) {
  const { locale, messages, headingLevel } = context;
  return html`
    <article class="page" part="page">
      <p class="kind">${messages.kinds[session.kind]}</p>
      <div
        id="title"
        class="heading"
        part="page-title"
        role="heading"
        aria-level=${headingLevel}
        tabindex="-1"
      >
        ${written(titleText(session, locale))}
      </div>
      ${renderStanding(context, session)}
      <dl class="facts" part="facts">
        ${renderWhen(context, session)} ${renderVenue(context, session)}
        ${fact(messages.takingPart, renderTakingPart(context, session))}
        ${session.series ? fact(messages.series, renderSeries(context, session.series)) : nothing}
        ${
          session.organisers.length > 0
            ? fact(messages.organisers, lines(session.organisers, context))
            : nothing
        }
        ${
          session.languages.length > 0
            ? fact(
                messages.sessionLanguages,
                messages.enumeration(
                  session.languages.map((language) => messages.languages[language]),
                ),
              )
            : nothing
        }
        ${
          session.accessibility.length > 0
            ? fact(
                messages.accessibility,
                messages.enumeration(
                  session.accessibility.map((service) => messages.services[service]),
                ),
              )
            : nothing
        }
      </dl>
      ${session.description ? renderProse(context, session.description) : nothing}
      ${
        session.closingReport
          ? html`
              <div class="subheading" role="heading" aria-level=${headingLevel + 1}>
                ${messages.closingReport}
              </div>
              ${renderProse(context, session.closingReport)}
            `
          : nothing
      }
      ${renderSeats(context, session)} ${registration}
    </article>
  `;
}

// What changes everything is said as a sentence; the rest is a word.
function renderStanding({ messages, now }: CalendarContext, session: Session) {
  const phase = phaseOf(session, now);
  return html`
    ${
      phase === 'cancelled' || phase === 'postponed'
        ? html`<p class="notice warning" part="notice">${messages.phaseSentences[phase]}</p>`
        : phase === 'upcoming'
          ? nothing
          : html`<p class="badge ${phase}" part="badge">${messages.phases[phase]}</p>`
    }
    ${
      session.demonstration
        ? html`<p class="notice" part="notice">${messages.demonstrationSentence}</p>`
        : nothing
    }
  `;
}

function renderWhen(context: CalendarContext, session: Session) {
  const elsewhere = readerHoursText(context, session, context.readerZone);
  return fact(
    context.messages.when,
    html`
      <p>${sessionDaysText(context, session)}</p>
      <p>${sessionHoursText(context, session)}</p>
      ${elsewhere ? html`<p class="hint">${elsewhere}</p>` : nothing}
    `,
  );
}

function renderVenue({ locale, messages }: CalendarContext, { venue }: Session) {
  if (!venue || (!venue.name && !venue.address && !venue.point)) return nothing;
  const name = venue.name ?? venue.address;
  const links = venue.point && mapLinks(venue.point, name ? textIn(name, locale).text : '');
  return fact(
    messages.where,
    html`
      ${venue.name ? html`<p>${written(textIn(venue.name, locale))}</p>` : nothing}
      ${venue.address ? html`<p>${written(textIn(venue.address, locale))}</p>` : nothing}
      ${
        links
          ? html`
              <p class="touch-only"><a href=${links.geo}>${messages.openInMaps}</a></p>
              <p>
                <a href=${links.openStreetMap} target="_blank" rel="noopener noreferrer"
                  >${messages.seeOnMap}</a
                >
              </p>
            `
          : nothing
      }
    `,
  );
}

function renderTakingPart({ messages }: CalendarContext, session: Session) {
  const { onlineUrl, typeOfMeeting } = session;
  const safeUrl = onlineUrl && /^https?:\/\//i.test(onlineUrl) ? onlineUrl : undefined;
  return html`
    <p>${messages.meetingTypes[typeOfMeeting]}</p>
    ${
      safeUrl
        ? html`<p>
            <a href=${safeUrl} target="_blank" rel="noopener noreferrer">${messages.onlineLink}</a>
          </p>`
        : nothing
    }
  `;
}

function renderSeries(context: CalendarContext, series: NonNullable<Session['series']>) {
  const { stop, name } = seriesText(context, series);
  return html`
    <p>${written(name)}</p>
    ${stop ? html`<p>${stop}</p>` : nothing}
  `;
}

function renderSeats(context: CalendarContext, session: Session) {
  const seats = seatsOf(session, context.now);
  const text = seatsText(context, seats, session.timeZone);
  if (!text) return nothing;
  const closesAt = 'closesAt' in seats ? seats.closesAt : null;
  return html`
    <p class="seats ${seats.kind}" part="seats">${text}</p>
    ${
      closesAt
        ? html`<p class="hint">
            ${context.messages.registrationUntil(momentText(context, closesAt, session.timeZone))}
          </p>`
        : nothing
    }
  `;
}

function renderProse({ locale }: CalendarContext, text: LocalizedText) {
  const { text: prose, language } = textIn(text, locale);
  return html`<div class="prose" part="prose">
    ${prose.split(/\n{2,}/).map((paragraph) => html`<p>${written({ text: paragraph, language })}</p>`)}
  </div>`;
}

function lines(texts: readonly LocalizedText[], { locale }: CalendarContext) {
  return texts.map((text) => html`<p>${written(textIn(text, locale))}</p>`);
}

function fact(term: string, content: unknown) {
  return html`<div>
    <dt>${term}</dt>
    <dd>${typeof content === 'string' ? html`<p>${content}</p>` : content}</dd>
  </div>`;
}
