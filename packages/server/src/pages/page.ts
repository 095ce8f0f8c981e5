import { textIn, type LocalizedText, type Session, type WrittenText } from '@nafida/contract';
import { html } from 'hono/html';
import type { SiteRecord } from '../operations/site-record.js';
import { pageTexts } from './page-catalogues.js';
import { pageLanguages, type PageLanguage, type PageTexts } from './page-texts.js';

/** HTML with everything escaped that came from people. */
export type Markup = ReturnType<typeof html> | string;

/** What every page is written from. */
export interface PageSetting {
  readonly site: SiteRecord;
  readonly language: PageLanguage;
  readonly texts: PageTexts;
  /** The site's name in the page's language. */
  readonly siteName: string;
  /** Below which all addresses of the server lie: its public URL, or nothing where it has none. */
  readonly base: string;
}

/** One page, apart from the frame around it. */
export interface Page {
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  /** Below `/s/{site}`, with the part of the query that is not the language. */
  readonly address: PageAddress;
  readonly main: Markup;
  /** Whether search engines should leave it out. */
  readonly isHidden?: boolean;
  /** Sessions that search engines should know. */
  readonly events?: readonly Session[];
}

/** Where a page is, below `/s/{site}`. */
export interface PageAddress {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** The language of pages that a tag names, if it is one. */
export function pageLanguageOf(tag: string | undefined): PageLanguage | undefined {
  return pageLanguages.find((language) => language === tag);
}

/** The first of the site's languages that there are pages in, else French. */
export function languageOf(site: SiteRecord): PageLanguage {
  return site.locales.map(pageLanguageOf).find((language) => language) ?? 'fr';
}

/** The setting of all pages of a site in one language. */
export function settingOf(site: SiteRecord, language: PageLanguage, base: string): PageSetting {
  const siteName = textIn(site.name, language).text;
  return { site, language, texts: pageTexts[language], siteName, base };
}

/** The address of a page. */
export function pageUrl(
  { base, site, language }: Pick<PageSetting, 'base' | 'language'> & { site: { id: string } },
  { path, query = {} }: PageAddress,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  search.set('lang', language);
  return `${base}/s/${encodeURIComponent(site.id)}${path}?${search.toString()}`;
}

/** A text in the page's language, or marked as what it is. */
export function said(text: LocalizedText, language: PageLanguage): Markup {
  return marked(textIn(text, language), language);
}

/** What one person wrote, in the direction of its own letters. */
export function marked({ text, language }: WrittenText, pageLanguage: PageLanguage): Markup {
  return language === pageLanguage
    ? html`<bdi>${text}</bdi>`
    : html`<bdi lang="${language}">${text}</bdi>`;
}

/** A longer text, with its line breaks. */
export function paragraphs({ text, language }: WrittenText): Markup {
  return html`<div class="text" lang="${language}" dir="auto">${text}</div>`;
}

/** One after the other in a line. */
export function joined(parts: readonly Markup[], { comma }: PageTexts): Markup {
  return html`${parts.map((part, index) => html`${index > 0 ? comma : ''}${part}`)}`;
}

/** The link to the next page of a list; nothing on the last one. */
export function moreLink(
  setting: PageSetting,
  nextCursor: string | null,
  address: PageAddress,
): Markup {
  if (nextCursor === null) return '';
  const href = pageUrl(setting, { ...address, query: { ...address.query, cursor: nextCursor } });
  return html`<p class="more"><a rel="next" href="${href}">${setting.texts.more}</a></p>`;
}

/** Rows of a name and what belongs to it; rows without content are left out. */
export function facts(rows: readonly (readonly [name: string, content: Markup | null])[]): Markup {
  const kept = rows.filter(([, content]) => content !== null);
  return html`<dl>
    ${kept.map(
      ([name, content]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${content ?? ''}</dd>
        </div>`,
    )}
  </dl>`;
}
