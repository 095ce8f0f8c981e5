import type { Proposal, Session } from '@nafida/contract';
import { html } from 'hono/html';
import { pageUrl, type Page, type PageSetting } from './page.js';
import { proposalList } from './proposal-pages.js';
import { sessionList } from './session-text.js';

/** The first page of a site: what is next, and what was proposed last. */
export function sitePage(
  setting: PageSetting,
  sessions: readonly Session[],
  proposals: readonly Proposal[],
): Page {
  const { texts, siteName } = setting;
  const link = (path: string, name: string) =>
    html`<p class="more"><a href="${pageUrl(setting, { path })}">${name}</a></p>`;
  return {
    title: siteName,
    description: texts.aboutSite(siteName),
    address: { path: '' },
    main: html`<section>
        <h2>${texts.nextSessions}</h2>
        ${sessions.length === 0 ? html`<p>${texts.noSessions}</p>` : sessionList(setting, sessions)}
        ${link('/sessions', texts.allSessions)}
      </section>
      <section>
        <h2>${texts.newestProposals}</h2>
        ${proposals.length === 0 ? html`<p>${texts.noProposals}</p>` : proposalList(setting, proposals)}
        ${link('/proposals', texts.allProposals)}
      </section>`,
  };
}
