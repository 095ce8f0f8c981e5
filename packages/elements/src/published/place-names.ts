import type { WrittenText } from '@nafida/contract';
import type { LitElement } from 'lit';
import { LazyModule } from '../foundation/loading/lazy-module.js';
import type { Locale } from '../foundation/locale/locale.js';

/** Names of places, loaded once there is a place to be named: the proposals are drawn before. */
export class PlaceNames {
  readonly #lookUp: LazyModule<Pick<typeof import('./place-lookup.js'), 'nameOfPlace'>>;

  constructor(host: LitElement) {
    this.#lookUp = new LazyModule(host, async () => {
      const { loadCommunes, nameOfPlace } = await import('./place-lookup.js');
      await loadCommunes();
      return { nameOfPlace };
    });
  }

  /** Whether a name that is asked for now may still come. */
  get areComing(): boolean {
    return !this.#lookUp.part && !this.#lookUp.failed;
  }

  /** Undefined until names are here, and for codes that name nothing. */
  nameOf(code: string, locale: Locale): WrittenText | undefined {
    if (!this.#lookUp.part) this.#lookUp.prepare();
    return this.#lookUp.part?.nameOfPlace(code, locale);
  }
}
