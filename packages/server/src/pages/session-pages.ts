import { textIn, type Page as PageOf, type Session } from '@nafida/contract';
import { html } from 'hono/html';
import {
  facts,
  joined,
  moreLink,
  paragraphs,
  said,
  type Markup,
  type Page,
  type PageSetting,
} from './page.js';
import { clockText, sessionList, sessionPath, whenText, whereText } from './session-text.js';

/** The sessions of a site from today on. */
export function sessionsPage(
  setting: PageSetting,
  { items, nextCursor }: PageOf<Session>,
  cursor: string | undefined,
): Page {
  const { texts, siteName, site, base, language } = setting;
  const feed = `${base}/v1/sites/${site.id}/sessions.ics?lang=${language}`;
  return {
    title: texts.sessions,
    description: texts.aboutSessions(siteName),
    address: { path: '/sessions', ...(cursor !== undefined && { query: { cursor } }) },
    isHidden: cursor !== undefined,
    events: items,
    main: html`${items.length === 0 ? html`<p>${texts.noSessions}</p>` : sessionList(setting, items)}
      ${moreLink(setting, nextCursor, { path: '/sessions' })}
      <p class="more"><a href="${feed}">${texts.subscribe}</a></p>`,
  };
}

/** The page of one session. */
export function sessionPage(setting: PageSetting, session: Session): Page {
  const { texts, language, site, base } = setting;
  const { description, statusNote, organisers, agenda, closingReport, onlineUrl, url } = session;
  const title = textIn(session.title, language).text;
  const state = texts.states[session.status];
  const path = sessionPath(session.id);
  const sitePage = webLink(url, texts.sitePage);
  const calendar = `${base}/v1/sites/${site.id}${path}.ics?lang=${language}`;
  return {
    title,
    description: [title, whenText(setting, session)].join(texts.comma),
    address: { path },
    events: [session],
    main: html`${
        state
          ? html`<p class="notice">
              <span class="state">${state}</span> ${statusNote ? said(statusNote, language) : ''}
            </p>`
          : ''
      }
      ${facts([
        [texts.when, whenText(setting, session)],
        [texts.where, whereText(setting, session)],
        [texts.online, webLink(onlineUrl)],
        [
          texts.organisers,
          organisers.length === 0
            ? null
            : joined(
                organisers.map((name) => said(name, language)),
                texts,
              ),
        ],
        [texts.registration.unknown, registrationText(setting, session)],
      ])}
      ${description ? paragraphs(textIn(description, language)) : ''}
      ${agenda.length === 0 ? '' : agendaOf(setting, session)}
      ${
        closingReport
          ? html`<h2>${texts.report}</h2>
              ${paragraphs(textIn(closingReport, language))}`
          : ''
      }
      ${sitePage && html`<p class="more">${sitePage}</p>`}
      <p class="more"><a href="${calendar}">${texts.calendarFile}</a></p>`,
  };
}

function registrationText(
  { texts }: PageSetting,
  { registration, status }: Session,
): Markup | null {
  if (status !== 'scheduled' && status !== 'unknown') return null;
  if (registration === null) return texts.noRegistration;
  const { state, remaining } = registration;
  const sentence = texts.registration[state];
  if (state !== 'open' || remaining === null) return sentence;
  return `${sentence}${texts.comma}${remaining === 0 ? texts.full : texts.placesLeft(remaining)}`;
}

function agendaOf(setting: PageSetting, { agenda }: Session): Markup {
  const { texts, language } = setting;
  return html`<h2>${texts.agenda}</h2>
    <ol>
      ${agenda.map(
        ({ title, startTime, room }) =>
          html`<li>
            ${startTime ? html`<bdi>${clockText(setting, startTime)}</bdi> – ` : ''}${said(title, language)}
            ${room ? html`(${said(room, language)})` : ''}
          </li>`,
      )}
    </ol>`;
}

/** Other schemes than those of the web lead nowhere. */
function webLink(url: string | null, name?: string): Markup | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return html`<a href="${url}" dir="${name === undefined ? 'ltr' : 'auto'}">${name ?? url}</a>`;
}
