import type { LitElement, ReactiveController } from 'lit';
import { selfAndAncestors, watchInherited } from '../page/ancestors.js';
import type { Service } from '../page/page-defaults.js';
import { pageDefaults } from '../page/page-defaults.js';

/**
 * Which service an element talks to. Each of `api` and `site` is taken from the element's own attribute, else
 * from the nearest `<nafida-provider>` around it (through shadow roots), else from the page's defaults.
 * Attributes are read straight from the tree: the order in which elements are registered does not matter.
 */
export class ContextController implements ReactiveController {
  readonly #host: LitElement;
  readonly #onChange: () => void;
  #service: Service | undefined;
  #stopWatching: (() => void) | undefined;

  /** `onChange` runs when the service becomes known, becomes another one, or is lost. */
  constructor(host: LitElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The service, or undefined while the page has not said both `api` and `site`. */
  get service(): Service | undefined {
    return this.#service;
  }

  hostConnected(): void {
    this.#stopWatching = watchInherited(this.#host, () => this.#resolve());
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
  }

  #resolve(): void {
    const api = this.#find('api');
    const site = this.#find('site');
    const service = api && site ? { api, site } : undefined;
    if (service?.api === this.#service?.api && service?.site === this.#service?.site) return;
    this.#service = service;
    this.#host.requestUpdate();
    this.#onChange();
  }

  #find(name: keyof Service): string | undefined {
    for (const element of selfAndAncestors(this.#host)) {
      if (element !== this.#host && element.localName !== 'nafida-provider') continue;
      const value = element.getAttribute(name);
      if (value) return value;
    }
    return pageDefaults()[name];
  }
}
