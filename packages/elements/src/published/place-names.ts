import type { WrittenText } from '@nafida/contract';
import type { LitElement } from 'lit';
import { LazyPart } from '../foundation/lazy-part.js';
import type { Locale } from '../foundation/locale.js';

/**
 * Names of places, loaded once there is a place to be named: the proposals stand before, and every fact has its line to
 * grow into.
 */
export class PlaceNames {
  readonly #lookUp: LazyPart<typeof import('./place-look-up.js')>;

  constructor(host: LitElement) {
    this.#lookUp = new LazyPart(host, async () => {
      const lookUp = await import('./place-look-up.js');
      await lookUp.loadCommunes();
      return lookUp;
    });
  }

  /** Undefined until names are here, and for codes that name nothing. */
  nameOf(code: string, locale: Locale): WrittenText | undefined {
    if (!this.#lookUp.part) this.#lookUp.prepare();
    return this.#lookUp.part?.nameOfPlace(code, locale);
  }
}
