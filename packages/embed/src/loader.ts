import type { TagChunks } from './chunk-loader.js';
import { loadTag } from './chunk-loader.js';
import { watchForTags } from './tag-watcher.js';

// Written by the build (rollup.config.mjs): the chunk files of every tag.
declare const NAFIDA_CHUNKS: Readonly<Record<string, TagChunks>>;

// This file works as a module and, where `type="module"` was forgotten or stripped, as a classic script. That is why
// it has no static import, no export and no `import.meta`. In a classic script from another origin a relative
// `import()` has no base (https://html.spec.whatwg.org/#muted-errors), hence the full address.
const ownUrl = (document.currentScript as HTMLScriptElement | null)?.src;
const importFile = (file: string): Promise<unknown> =>
  import(ownUrl ? new URL(file, ownUrl).href : file);

watchForTags(Object.keys(NAFIDA_CHUNKS), (tag, element) => {
  if (customElements.get(tag)) return;
  const language = element.closest('[lang]')?.getAttribute('lang')?.slice(0, 2).toLowerCase();
  void loadTag(tag, NAFIDA_CHUNKS[tag]!, language ?? '', importFile);
});
