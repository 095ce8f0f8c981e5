import { textIn, withIsolatedRuns, type Page as PageOf, type Proposal } from '@nafida/contract';
import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';
import { html } from 'hono/html';
import { daysText } from '../dates/days-text.js';
import {
  facts,
  marked,
  moreLink,
  pageUrl,
  paragraphs,
  said,
  type Markup,
  type Page,
  type PageSetting,
} from './page.js';
import { sessionPath } from './session-text.js';

/** Letters of a proposal that stand in the description of its page. */
const descriptionLetters = 160;

/** Published proposals, newest first, or those that a search found. */
export function proposalsPage(
  setting: PageSetting,
  { items, nextCursor }: PageOf<Proposal>,
  { q, cursor }: { readonly q: string | undefined; readonly cursor: string | undefined },
): Page {
  const { texts, siteName, site, base, language } = setting;
  const isPlain = q === undefined && cursor === undefined;
  return {
    title: texts.proposals,
    description: texts.aboutProposals(siteName),
    address: { path: '/proposals', ...(!isPlain && { query: { q, cursor } }) },
    isHidden: !isPlain,
    main: html`<form action="${base}/s/${site.id}/proposals" role="search">
        <label for="q">${texts.search}</label>
        <input type="hidden" name="lang" value="${language}" />
        <div class="search">
          <input type="search" id="q" name="q" dir="auto" maxlength="100" value="${q ?? ''}" />
          <button>${texts.find}</button>
        </div>
      </form>
      ${
        items.length > 0
          ? proposalList(setting, items)
          : html`<p>${q === undefined ? texts.noProposals : texts.nothingFound}</p>`
      }
      ${moreLink(setting, nextCursor, { path: '/proposals', query: { q } })}
      ${
        cursor === undefined
          ? html`<p class="more">
              <a href="${base}/v1/sites/${site.id}/proposals.csv">${texts.openData}</a>
            </p>`
          : html`<p class="more">
              <a href="${pageUrl(setting, { path: '/proposals', query: { q } })}"
                >${texts.toFirst}</a
              >
            </p>`
      }`,
  };
}

/** Proposals one under another, each a link to its page. */
export function proposalList(setting: PageSetting, proposals: readonly Proposal[]): Markup {
  const { language, texts } = setting;
  return html`<ul class="list">
    ${proposals.map(
      (proposal) =>
        html`<li>
          <a href="${pageUrl(setting, { path: pathOf(proposal) })}"
            >${marked(proposal.title, language)}</a
          >
          <p class="quiet">
            ${texts.statuses[proposal.status]} ·
            ${texts.publishedOn(dayText(setting, proposal.publishedAt))} ·
            ${texts.supports(proposal.supports)}
          </p>
        </li>`,
    )}
  </ul>`;
}

/** The page of one proposal, with what the administration answered. */
export function proposalPage(setting: PageSetting, proposal: Proposal): Page {
  const { texts, language } = setting;
  const { reference, title, body, status, supports, answer, author, session, publishedAt } =
    proposal;
  return {
    title: title.text,
    description: firstLetters(body.text),
    address: { path: pathOf(proposal) },
    main: html`${paragraphs({ ...body, text: withIsolatedRuns(body.text) })}
      ${facts([
        [texts.status, texts.statuses[status]],
        [texts.reference, html`<bdi translate="no">${reference}</bdi>`],
        [texts.author, author === null ? null : html`<bdi>${author}</bdi>`],
        [texts.fromSession, session && sessionLink(setting, session)],
      ])}
      <p class="quiet">
        ${texts.publishedOn(dayText(setting, publishedAt))} · ${texts.supports(supports)}
      </p>
      ${filesOf(setting, proposal)}
      <section class="answer">
        <h2>${texts.answer}</h2>
        ${
          answer === null
            ? html`<p>${texts.noAnswer}</p>`
            : html`${paragraphs(textIn(answer.text, language))}
                <p class="quiet">${texts.answeredOn(dayText(setting, answer.answeredAt))}</p>`
        }
      </section>`,
  };
}

/** Where the page of a proposal is, below those of its site. */
export function pathOf({ reference }: Pick<Proposal, 'reference'>): string {
  return `/proposals/${encodeURIComponent(reference)}`;
}

function dayText({ texts }: PageSetting, instant: string): string {
  const day = civilDateIn(homeZone, new Date(instant));
  return daysText(texts, day, day);
}

function sessionLink(setting: PageSetting, session: NonNullable<Proposal['session']>): Markup {
  const href = pageUrl(setting, { path: sessionPath(session.id) });
  return html`<a href="${href}">${said(session.title, setting.language)}</a>`;
}

function filesOf({ texts, base, language }: PageSetting, { attachments }: Proposal): Markup {
  if (attachments.length === 0) return '';
  return html`<h2>${texts.files}</h2>
    <ul>
      ${attachments.map(({ path, mediaType, description }, index) => {
        const kind = mediaType.startsWith('image/') ? texts.photo : texts.document;
        return html`<li>
          <a href="${base}${path}">${kind(index + 1)}</a>
          ${description ? marked(description, language) : ''}
        </li>`;
      })}
    </ul>`;
}

/** The first sentence or so, without a cut through a letter. */
function firstLetters(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  if (letters.length <= descriptionLetters) return line;
  return `${letters
    .slice(0, descriptionLetters)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}
