// The tags in JSX of React 18, which sets attributes only: it knows neither properties nor events of custom elements,
// and writes `false` as a text, which HTML takes for set.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { NafidaTags } from '../dist/tags.js';
import type { TagElement, TagName } from './tag-props.js';

type NeverFalse<Attributes> = {
  [Name in keyof Attributes]: boolean extends Attributes[Name]
    ? Exclude<Attributes[Name], false>
    : Attributes[Name];
};

type ReactTags = {
  [Tag in TagName]: ClassAttributes<TagElement<Tag>> &
    HTMLAttributes<TagElement<Tag>> &
    NeverFalse<NafidaTags[Tag]['attributes']>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags {}
  }
}
