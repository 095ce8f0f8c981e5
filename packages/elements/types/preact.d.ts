// The tags in JSX of Preact.
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { TagElement, TagName, TagProps } from './tag-props.js';

type PreactTags = {
  [Tag in TagName]: ClassAttributes<TagElement<Tag>> &
    HTMLAttributes<TagElement<Tag>> &
    TagProps<Tag>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends PreactTags {}
  }
}
