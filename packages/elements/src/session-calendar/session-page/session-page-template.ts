import type { LocalizedText, Session } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { written } from '../../foundation/locale/written-text.js';
import { phaseOf, seatsOf } from '../session/session-state.js';
import {
  clockTextOf,
  momentText,
  readerHoursText,
  seatsText,
  sessionDaysText,
  sessionHoursText,
  titleText,
} from '../texts/session-texts.js';
import { mapLinks } from './map-links.js';
import type { PageContext } from './page-context.js';

/** What a session's page holds beside what the session says of itself. */
export interface SessionPageContent {
  readonly parent: Session | undefined;
  readonly proposals: unknown;
  /** Proposals that come from it; undefined where none does. */
  readonly collected: unknown;
  readonly programme: TemplateResult | typeof nothing;
  readonly addToCalendar: TemplateResult | undefined;
  readonly registration: TemplateResult | typeof nothing;
  readonly onOpen: (session: string) => void;
}

/** Everything that is known of one session, in the order in which people ask for it. */
export function renderSessionPage(
  context: PageContext,
  session: Session,
  content: SessionPageContent,
): TemplateResult {
  const { locale, messages, pageMessages, headingLevel } = context;
  const { organisers, languages, accessibility, audiences, closingReport } = session;
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
        ${renderParent(context, content)} ${renderWhen(context, session)}
        ${renderVenue(context, session)}
        ${fact(pageMessages.takingPart, renderTakingPart(context, session))}
        ${session.series ? fact(pageMessages.series, renderSeries(context, session.series)) : nothing}
        ${organisers.length > 0 ? fact(pageMessages.organisers, lines(organisers, context)) : nothing}
        ${renderEnumeration(context, pageMessages.audience, audiences, pageMessages.audiences)}
        ${renderEnumeration(context, pageMessages.sessionLanguages, languages, pageMessages.languages)}
        ${renderEnumeration(context, pageMessages.accessibility, accessibility, pageMessages.services)}
        ${session.linkedProposals.length > 0 ? fact(pageMessages.linkedProposals, content.proposals) : nothing}
        ${content.collected ? fact(pageMessages.collectedProposals, content.collected) : nothing}
      </dl>
      ${session.description ? renderProse(context, session.description) : nothing}
      ${renderOwnPage(context, session)} ${renderAgenda(context, session)} ${content.programme}
      ${
        closingReport
          ? html`${subheading(context, pageMessages.closingReport)}
            ${renderProse(context, closingReport)}`
          : nothing
      }
      ${renderSeats(context, session)} ${content.registration} ${content.addToCalendar ?? nothing}
    </article>
  `;
}

// What changes everything is said as a sentence, with the pageMessages of the organisers; the rest is a word.
function renderStanding({ locale, messages, pageMessages, now }: PageContext, session: Session) {
  const phase = phaseOf(session, now);
  const isCalledOff = phase === 'cancelled' || phase === 'postponed';
  // Why the day is another one is of interest until it has come.
  const note = isCalledOff || phase === 'upcoming' ? session.statusNote : null;
  return html`
    ${
      isCalledOff || phase === 'upcoming'
        ? nothing
        : html`<p class="badge ${phase}" part="badge">${messages.phases[phase]}</p>`
    }
    ${
      isCalledOff || note
        ? html`<div class="notice warning" part="notice">
            ${isCalledOff ? html`<p>${pageMessages.phaseSentences[phase]}</p>` : nothing}
            ${note ? html`<p>${written(textIn(note, locale))}</p>` : nothing}
          </div>`
        : nothing
    }
    ${
      session.demonstration
        ? html`<p class="notice" part="notice">${pageMessages.demonstrationSentence}</p>`
        : nothing
    }
  `;
}

function renderParent(context: PageContext, { parent, onOpen }: SessionPageContent) {
  if (!parent) return nothing;
  return fact(
    context.pageMessages.partOf,
    html`<p>
      <button class="button quiet" part="parent" @click=${() => onOpen(parent.id)}>
        ${written(titleText(parent, context.locale))}
      </button>
    </p>`,
  );
}

function renderWhen(context: PageContext, session: Session) {
  const elsewhere = readerHoursText(context, session, context.readerZone);
  const hijri = context.dayNotes?.hijri(session.startDate);
  const holiday = context.dayNotes?.holiday(session.startDate);
  return fact(
    context.pageMessages.when,
    html`
      <p>${sessionDaysText(context, session)}</p>
      ${hijri ? html`<p class="hint">${hijri}</p>` : nothing}
      ${holiday ? html`<p class="hint">${written(holiday)}</p>` : nothing}
      <p>${sessionHoursText(context, session)}</p>
      ${elsewhere ? html`<p class="hint">${elsewhere}</p>` : nothing}
    `,
  );
}

function renderVenue({ locale, pageMessages }: PageContext, { venue, room }: Session) {
  if (!room && !venue?.name && !venue?.address && !venue?.point) return nothing;
  const say = (text: LocalizedText) => textIn(text, locale).text;
  const sought = [venue?.name, venue?.address].filter((text) => text != null).map(say);
  // A name alone, such as "town hall", is found everywhere.
  const links =
    (venue?.point || venue?.address) &&
    mapLinks(venue.point, sought.join(', '), navigator.userAgent);
  const texts = [venue?.name, room, venue?.address].filter((text) => text != null);
  return fact(
    pageMessages.where,
    html`
      ${texts.map((text) => html`<p>${written(textIn(text, locale))}</p>`)}
      ${
        links
          ? html`
              <p class="touch-only"><a href=${links.application}>${pageMessages.openInMaps}</a></p>
              <p>
                <a href=${links.openStreetMap} target="_blank" rel="noopener noreferrer"
                  >${pageMessages.seeOnMap}</a
                >
              </p>
            `
          : nothing
      }
    `,
  );
}

function renderTakingPart({ messages, pageMessages }: PageContext, session: Session) {
  const { onlineUrl, typeOfMeeting } = session;
  const url = webAddress(onlineUrl);
  return html`
    <p>${messages.meetingTypes[typeOfMeeting]}</p>
    ${url ? html`<p>${outwardLink(url, pageMessages.onlineLink)}</p>` : nothing}
  `;
}

function renderSeries(
  { pageMessages, locale }: PageContext,
  { name, ordinal }: NonNullable<Session['series']>,
) {
  return html`
    <p>${written(textIn(name, locale))}</p>
    ${ordinal === null ? nothing : html`<p>${pageMessages.stop(ordinal)}</p>`}
  `;
}

/** A value without a message, such as a language that this version does not know, is left out. */
function renderEnumeration(
  { messages }: PageContext,
  term: string,
  values: readonly string[],
  texts: Readonly<Record<string, string>>,
) {
  const known = values.flatMap((value) => (Object.hasOwn(texts, value) ? texts[value]! : []));
  return known.length === 0 ? nothing : fact(term, messages.enumeration(known));
}

function renderOwnPage({ pageMessages }: PageContext, session: Session) {
  const url = webAddress(session.url);
  return url ? html`<p class="own-page"><a href=${url}>${pageMessages.ownPage}</a></p>` : nothing;
}

function renderAgenda(context: PageContext, { agenda, timeZone }: Session) {
  if (agenda.length === 0) return nothing;
  const { pageMessages, locale } = context;
  return html`
    ${subheading(context, pageMessages.agenda)}
    <ol class="agenda" part="agenda" role="list">
      ${agenda.map(
        ({ title, startTime, minutes, room }) => html`
          <li>
            <span class="hour">${startTime && clockTextOf(context, startTime, timeZone)}</span>
            <span>
              ${written(textIn(title, locale))}
              ${
                minutes === null && !room
                  ? nothing
                  : html`<span class="hint points">
                      ${minutes === null ? nothing : html`<span>${pageMessages.minutes(minutes)}</span>`}
                      ${room ? html`<span>${written(textIn(room, locale))}</span>` : nothing}
                    </span>`
              }
            </span>
          </li>
        `,
      )}
    </ol>
  `;
}

function renderSeats(context: PageContext, session: Session) {
  const seats = seatsOf(session, context.now, context.registersInParts(session.id));
  const text = seatsText(context, seats, session.timeZone);
  if (!text) return nothing;
  const closesAt = 'closesAt' in seats ? seats.closesAt : null;
  return html`
    <p class="seats ${seats.kind}" part="seats">${text}</p>
    ${
      closesAt
        ? html`<p class="hint">
            ${context.pageMessages.registrationUntil(momentText(context, closesAt, session.timeZone))}
          </p>`
        : nothing
    }
  `;
}

function renderProse({ locale }: PageContext, text: LocalizedText) {
  const { text: prose, language } = textIn(text, locale);
  return html`<div class="prose" part="prose">
    ${prose.split(/\n{2,}/).map((paragraph) => html`<p>${written({ text: paragraph, language })}</p>`)}
  </div>`;
}

function lines(texts: readonly LocalizedText[], { locale }: PageContext) {
  return texts.map((text) => html`<p>${written(textIn(text, locale))}</p>`);
}

function fact(term: string, content: unknown) {
  return html`<div>
    <dt>${term}</dt>
    <dd>${typeof content === 'string' ? html`<p>${content}</p>` : content}</dd>
  </div>`;
}

function subheading({ headingLevel }: PageContext, text: string) {
  return html`<div class="subheading" role="heading" aria-level=${headingLevel + 1}>${text}</div>`;
}

function outwardLink(url: string, text: string) {
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`;
}

function webAddress(url: string | null): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
