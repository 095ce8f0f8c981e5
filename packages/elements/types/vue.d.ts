// The tags in templates of Vue 3.
import type { HTMLAttributes, PublicProps } from 'vue';
import type { NafidaTags } from '../dist/tags.js';
import type { TagElement, TagName } from './tag-props.js';

/** `min-level` as `minLevel`: the checker of templates knows attributes in camel case. */
type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

type Attributes<Tag extends TagName> = {
  [
    Name in keyof NafidaTags[Tag]['attributes'] as Camel<Name & string>
  ]: NafidaTags[Tag]['attributes'][Name];
};

/** `@nafida-error` is `onNafidaError` to the checker. */
type Handlers<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?:
    ((event: Events[Name]) => void) | undefined;
};

type VueTags = {
  [Tag in TagName]: new () => TagElement<Tag> & {
    $props: HTMLAttributes &
      PublicProps &
      Attributes<Tag> &
      NafidaTags[Tag]['properties'] &
      Handlers<NafidaTags[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueTags {}
}
