import { eventData } from '@nafida/contract/event-data.js';
import { html, raw } from 'hono/html';
import { createHash } from 'node:crypto';
import { pageTexts } from './page-catalogues.js';
import { pageUrl, type Markup, type Page, type PageSetting } from './page.js';
import { pageStyle } from './page-style.js';
import { pageLanguages, type PageLanguage } from './page-texts.js';

/** What the pages may do: no script, nothing from elsewhere, forms to this server. */
export const pagePolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  `style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`,
].join('; ');

/** The whole document around a page. */
export async function pageDocument(setting: PageSetting, page: Page): Promise<string> {
  const { texts, language, siteName, site, base } = setting;
  const at = (path: string) => pageUrl(setting, { path });
  const title = page.title === siteName ? siteName : `${page.title} – ${siteName}`;
  const sections = [
    ['/sessions', texts.sessions],
    ['/proposals', texts.proposals],
  ] as const;
  const feed = `${base}/s/${site.id}/proposals.atom?lang=${language}`;
  return documentOf(language, {
    title,
    head: html`<meta name="description" content="${page.description}" />
      ${page.isHidden ? html`<meta name="robots" content="noindex" />` : languageLinks(setting, page)}
      <link rel="alternate" type="application/atom+xml" title="${texts.proposals}" href="${feed}" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content="${page.title}" />
      <meta property="og:description" content="${page.description}" />
      <meta property="og:site_name" content="${siteName}" />
      <meta property="og:locale" content="${language}_MA" />
      <meta property="og:url" content="${pageUrl(setting, page.address)}" />
      ${eventScript(setting, page)}`,
    body: html`<a class="skip" href="#main">${texts.skip}</a>
      <header>
        <p class="site"><a href="${at('')}">${siteName}</a></p>
        <nav aria-label="${texts.pages}">
          ${sections.map(([path, name]) => sectionLink(page, at(path), path, name))}
          ${otherLanguages(setting, page)}
        </nav>
      </header>
      <main id="main">
        <h1 dir="auto">${page.title}</h1>
        ${site.demonstration ? html`<p class="notice">${texts.demonstration}</p>` : ''} ${page.main}
      </main>`,
  });
}

/** A page that says why there is nothing else; `home` is where to go on. */
export function problemDocument(
  language: PageLanguage,
  [title, text]: readonly [string, string],
  home: string | null,
): Promise<string> {
  return documentOf(language, {
    title,
    head: html`<meta name="robots" content="noindex" />`,
    body: html`<main id="main">
      <h1>${title}</h1>
      <p>${text}</p>
      ${home === null ? '' : html`<p><a href="${home}">${pageTexts[language].home}</a></p>`}
    </main>`,
  });
}

async function documentOf(
  language: PageLanguage,
  { title, head, body }: { title: string; head: Markup; body: Markup },
): Promise<string> {
  const document = html`<!doctype html>
    <html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${head} ${raw(`<style>${pageStyle}</style>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return String(await document);
}

/** The same page in every language, for search engines. */
function languageLinks(setting: PageSetting, { address }: Page): Markup {
  return html`<link rel="canonical" href="${pageUrl(setting, address)}" /> ${pageLanguages.map(
      (language) =>
        html`<link
          rel="alternate"
          hreflang="${language}"
          href="${pageUrl({ ...setting, language }, address)}"
        />`,
    )}`;
}

/** Sessions as search engines read them. It is data, which no policy keeps from being there. */
function eventScript(setting: PageSetting, { events = [], address }: Page): Markup {
  if (events.length === 0) return '';
  const data = eventData(events, setting.language, pageUrl(setting, address));
  // "</script" in a text would end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return raw(`<script type="application/ld+json">${json}</script>`);
}

function sectionLink({ address }: Page, href: string, path: string, name: string): Markup {
  const isHere = address.path === path && !address.query;
  return html`<a href="${href}" ${isHere ? 'aria-current=page' : ''}>${name}</a>`;
}

function otherLanguages(setting: PageSetting, { address }: Page): Markup[] {
  return pageLanguages
    .filter((language) => language !== setting.language)
    .map(
      (language) =>
        html`<a
          href="${pageUrl({ ...setting, language }, address)}"
          lang="${language}"
          hreflang="${language}"
          >${pageTexts[language].languageName}</a
        >`,
    );
}
