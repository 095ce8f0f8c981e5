// The tags in JSX of React 19 and newer: attributes, properties and events.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { TagElement, TagName, TagProps } from './tag-props.js';

type ReactTags = {
  [Tag in TagName]: ClassAttributes<TagElement<Tag>> &
    HTMLAttributes<TagElement<Tag>> &
    TagProps<Tag>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags {}
  }
}
