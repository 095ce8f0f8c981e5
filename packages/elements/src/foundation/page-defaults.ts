import { announceInheritedChange } from './ancestors.js';

/** Where participation happens: the base URL of the server and the public name of the site on it. */
export interface Service {
  readonly api: string;
  readonly site: string;
}

let defaults: Partial<Service> = {};

/** What elements use when neither they nor a `<nafida-provider>` around them say `api` or `site`. */
export function pageDefaults(): Readonly<Partial<Service>> {
  return defaults;
}

/** Sets {@link pageDefaults} for the whole page; the embed script does it from its own attributes. */
export function setPageDefaults(values: Partial<Service>): void {
  defaults = { ...defaults, ...values };
  announceInheritedChange();
}
