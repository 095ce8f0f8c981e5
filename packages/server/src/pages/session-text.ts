import type { Session } from '@nafida/contract';
import { html } from 'hono/html';
import { daysText } from '../dates/days-text.js';
import { pageUrl, said, type Markup, type PageSetting } from './page.js';

/** The day or days of a session, with its hours as they were announced. */
export function whenText({ texts }: PageSetting, session: Session): string {
  const { startDate, endDate, startTime, endTime } = session;
  const days = daysText(texts, startDate, endDate);
  const clock = (time: string) =>
    texts.clock(Number(time.slice(11, 13)), Number(time.slice(14, 16)));
  if (startTime === null) return days;
  const hours =
    endTime === null
      ? texts.startsAt(clock(startTime))
      : texts.hours(clock(startTime), clock(endTime));
  return `${days}${texts.comma}${hours}`;
}

/** Where a session is: the place, the room and the address, as far as they are known. */
export function whereText({ language, texts }: PageSetting, session: Session): Markup | null {
  const parts = [session.venue?.name, session.room, session.venue?.address].flatMap((text) =>
    text ? [said(text, language)] : [],
  );
  if (parts.length === 0) return null;
  return html`${parts.map((part, index) => html`${index > 0 ? texts.comma : ''}${part}`)}`;
}

/** Sessions one under another, each a link to its page. */
export function sessionList(setting: PageSetting, sessions: readonly Session[]): Markup {
  const { language, texts } = setting;
  return html`<ul class="list">
    ${sessions.map((session) => {
      const href = pageUrl(setting, { path: `/sessions/${encodeURIComponent(session.id)}` });
      const state = texts.states[session.status];
      const where = whereText(setting, session);
      return html`<li>
        <a href="${href}">${said(session.title, language)}</a>
        <p>${whenText(setting, session)}</p>
        ${where && html`<p class="quiet">${where}</p>`}
        ${state ? html`<p class="state">${state}</p>` : ''}
      </li>`;
    })}
  </ul>`;
}
