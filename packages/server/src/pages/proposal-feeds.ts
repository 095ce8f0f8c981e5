import { textIn, type Proposal } from '@nafida/contract';
import { html } from 'hono/html';
import { pageUrl, type PageAddress, type PageSetting } from './page.js';
import { pathOf } from './proposal-pages.js';

/** Media types of the feeds. */
export const feedTypes = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;

const list: PageAddress = { path: '/proposals' };

// XML 1.0 has no way to write these: https://www.w3.org/TR/xml/#charsets
// eslint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Newest and last answered proposals together, what happened last first. */
export function feedItems(
  newest: readonly Proposal[],
  answered: readonly Proposal[],
): readonly Proposal[] {
  const byReference = new Map([...newest, ...answered].map((item) => [item.reference, item]));
  return [...byReference.values()].sort((one, other) => changedAt(other) - changedAt(one));
}

/** Proposals and their answers as Atom (RFC 4287). Every text carries its own language. */
export async function atomFeed(
  setting: PageSetting,
  proposals: readonly Proposal[],
): Promise<string> {
  const { site, language, texts, siteName, base } = setting;
  const id = `urn:nafida:site:${site.id}`;
  const own = `${base}/s/${site.id}/proposals.atom?lang=${language}`;
  const entries = proposals.map((proposal) => {
    const { reference, title, publishedAt, author } = proposal;
    return html` <entry xml:lang="${title.language}">
      <id>${id}:proposal:${reference}</id>
      <title>${inXml(title.text)}</title>
      <link
        rel="alternate"
        type="text/html"
        href="${pageUrl(setting, { path: pathOf(proposal) })}"
      />
      <published>${publishedAt}</published>
      <updated>${new Date(changedAt(proposal)).toISOString()}</updated>
      <author><name>${inXml(author ?? siteName)}</name></author>
      <category term="${proposal.status}" label="${texts.statuses[proposal.status]}" />
      <content type="text">${inXml(contentOf(setting, proposal))}</content>
    </entry>`;
  });
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
    <id>${id}:proposals:${language}</id>
    <title>${`${texts.proposals} – ${siteName}`}</title>
    <link rel="self" type="application/atom+xml" href="${own}" />
    <link rel="alternate" type="text/html" href="${pageUrl(setting, list)}" />
    <updated>${new Date(Math.max(0, ...proposals.map(changedAt))).toISOString()}</updated>${entries}
  </feed> `;
  return `<?xml version="1.0" encoding="utf-8"?>\n${String(await feed)}`;
}

/** The same as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(setting: PageSetting, proposals: readonly Proposal[]): string {
  const { site, language, texts, siteName, base } = setting;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${texts.proposals} – ${siteName}`,
    home_page_url: pageUrl(setting, list),
    feed_url: `${base}/s/${site.id}/proposals.json?lang=${language}`,
    language,
    items: proposals.map((proposal) => ({
      id: `urn:nafida:site:${site.id}:proposal:${proposal.reference}`,
      url: pageUrl(setting, { path: pathOf(proposal) }),
      title: proposal.title.text,
      content_text: contentOf(setting, proposal),
      language: proposal.title.language,
      date_published: proposal.publishedAt,
      date_modified: new Date(changedAt(proposal)).toISOString(),
      tags: [texts.statuses[proposal.status]],
      ...(proposal.author !== null && { authors: [{ name: proposal.author }] }),
    })),
  });
}

/** When something about the proposal was said last, in milliseconds. */
function changedAt({ publishedAt, answer }: Proposal): number {
  return Math.max(Date.parse(publishedAt), Date.parse(answer?.answeredAt ?? publishedAt));
}

function contentOf({ language, texts }: PageSetting, { body, answer }: Proposal): string {
  if (answer === null) return body.text;
  return `${body.text}\n\n${texts.answer}\n${textIn(answer.text, language).text}`;
}

/** Escaped by the template afterwards. */
function inXml(text: string): string {
  return text.replace(notInXml, '');
}
