import type { NafidaTags } from '../dist/tags.js';

/** The name of a tag. */
export type TagName = keyof NafidaTags;

/** The class of a tag. */
export type TagElement<Tag extends TagName> = NafidaTags[Tag]['element'];

/** Handlers of events by `on` and their whole name, such as `onnafida-error`. */
type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

/** What a framework hands to a tag: attributes, properties and handlers of events. */
export type TagProps<Tag extends TagName> = NafidaTags[Tag]['attributes'] &
  NafidaTags[Tag]['properties'] &
  Handlers<NafidaTags[Tag]['events']>;
