import type { Session } from '@nafida/contract';
import { html } from 'hono/html';
import { daysText } from '../dates/days-text.js';
import { joined, pageUrl, said, type Markup, type PageSetting } from './page.js';

/** Where the page of a session is, below those of its site. */
export function sessionPath(id: string): string {
  return `/sessions/${encodeURIComponent(id)}`;
}

/** The hour as it was announced, which is written in the instant itself. */
export function clockText({ texts }: PageSetting, instant: string): string {
  return texts.clock(Number(instant.slice(11, 13)), Number(instant.slice(14, 16)));
}

/** The day or days of a session, with its hours as they were announced. */
export function whenText(setting: PageSetting, session: Session): string {
  const { texts } = setting;
  const { startDate, endDate, startTime, endTime } = session;
  const days = daysText(texts, startDate, endDate);
  if (startTime === null) return days;
  const start = clockText(setting, startTime);
  const hours =
    endTime === null ? texts.startsAt(start) : texts.hours(start, clockText(setting, endTime));
  return `${days}${texts.comma}${hours}`;
}

/** Where a session is: the place, the room and the address, as far as they are known. */
export function whereText({ language, texts }: PageSetting, session: Session): Markup | null {
  const parts = [session.venue?.name, session.room, session.venue?.address].flatMap((text) =>
    text ? [said(text, language)] : [],
  );
  return parts.length === 0 ? null : joined(parts, texts);
}

/** Sessions one under another, each a link to its page. */
export function sessionList(setting: PageSetting, sessions: readonly Session[]): Markup {
  const { language, texts } = setting;
  return html`<ul class="list">
    ${sessions.map((session) => {
      const href = pageUrl(setting, { path: sessionPath(session.id) });
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
