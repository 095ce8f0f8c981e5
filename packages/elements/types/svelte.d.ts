// The tags in templates of Svelte 5.
import type { HTMLAttributes } from 'svelte/elements';
import type { TagElement, TagName, TagProps } from './tag-props.js';

type SvelteTags = { [Tag in TagName]: HTMLAttributes<TagElement<Tag>> & TagProps<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteTags {}
}
