import { beginReads } from '@nafida/elements/first-reads.js';
import { localeOf, textLocaleOf } from '@nafida/elements/locale.js';
import type { TagChunks } from './chunk-loader.js';
import { loadTag } from './chunk-loader.js';
import { readPageSettings } from './page-settings.js';
import { plainMarkup, putTag } from './plain-markup.js';
import { releaseSwallowed } from './swallowed-content.js';
import { watchForElements } from './tag-watcher.js';

// Written by the build (rollup.config.mjs): the chunk files of every tag, by language.
declare const NAFIDA_CHUNKS: Readonly<Record<string, TagChunks>>;

// This file works as a module and, where `type="module"` was forgotten or stripped, as a classic script. That is why
// it has no static import, no export and no `import.meta`. In a classic script from another origin a relative
// `import()` has no base (https://html.spec.whatwg.org/#muted-errors), hence the full address.
const ownUrl = (document.currentScript as HTMLScriptElement | null)?.src;
const importFile = (file: string): Promise<unknown> =>
  import(ownUrl ? new URL(file, ownUrl).href : file);

const settings = readPageSettings(document.scripts, ownUrl ?? document.baseURI, document.baseURI);

const tags = Object.keys(NAFIDA_CHUNKS);
const selector = tags.join();
const loading = new Set<string>();

if (document.contentType === 'application/xhtml+xml') {
  console.error('Nafida: the tags need a page that is sent as text/html, not as XHTML.');
} else {
  watchForElements(`${plainMarkup},${selector}`, prepare);
}

function prepare(found: HTMLElement): void {
  if (found.matches(plainMarkup)) {
    // The tag that takes its place is found in its turn.
    oncePageIsRead(() => putTag(found, tags));
    return;
  }
  oncePageIsRead(() => releaseSwallowed(found, selector));
  const tag = found.localName;
  if (loading.has(tag) || customElements.get(tag)) return;
  loading.add(tag);
  void loadTag(tag, NAFIDA_CHUNKS[tag]![languageOf(found)], importFile);
  beginReads(found, settings);
}

/** While the page is still being read, nobody knows what an element of it will hold. */
function oncePageIsRead(act: () => void): void {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', act);
  else act();
}

/** The language whose texts are most likely wanted; an element that finds another one asks for its texts. */
function languageOf(element: Element): keyof TagChunks {
  const speaker = element.closest('[lang]');
  const isPage = !speaker || speaker === document.documentElement;
  const lang = (isPage && settings.lang) || speaker?.getAttribute('lang') || '';
  const locale = localeOf(lang);
  return locale ? textLocaleOf(locale) : document.dir === 'rtl' ? 'ar' : 'fr';
}
