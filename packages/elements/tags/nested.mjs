// Tags that a tag draws inside itself, and the names by which the page styles their parts.
import { drawnBy, sourceOf } from './drawn.mjs';
import { tags } from './sources.mjs';

/** What a tag draws inside itself: the description of each, and the word before its parts. */
export function nestedIn({ folder }) {
  return [...drawnBy(folder).nested].sort().map((nested) => ({
    prefix: prefixOf(nested),
    inner: tags.find((tag) => tag.folder === nested),
  }));
}

/** Names of a tag's parts that `foundation/nested-parts.ts` hands on. */
export function handedOn({ folder }) {
  const call = new RegExp(`handedOn\\(\\s*'${prefixOf(folder)}',\\s*'([^']+)'`);
  return new Set(call.exec(sourceOf('foundation/nested-parts.ts').text)?.[1].split(' '));
}

function prefixOf(folder) {
  return folder === 'region-picker' ? 'place' : folder;
}
