import { announceInheritedChange } from './ancestors.js';

/** Where participation happens: the base URL of the server and the public name of the site on it. */
export interface Service {
  readonly api: string;
  readonly site: string;
}

/** What the page says once for all its elements. */
export interface PageDefaults extends Partial<Service> {
  /** Language tag that stands in for the `lang` of `<html>`, where a theme or a CMS sets the wrong one. */
  readonly lang?: string;
}

let defaults: PageDefaults = {};

/** What elements use when neither they nor what is around them inside the page say it. */
export function pageDefaults(): PageDefaults {
  return defaults;
}

/** Says it for the whole page; the embed script does so with what stands in its own attributes. */
export function setPageDefaults(values: PageDefaults): void {
  defaults = { ...defaults, ...values };
  announceInheritedChange();
}
