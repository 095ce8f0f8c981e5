import type { CSSResultGroup, PropertyValues } from 'lit';
import { LitElement } from 'lit';
import type { LocaleController } from './locale/locale-controller.js';
import { showChangedTexts } from './page/translated-page.js';

/**
 * What every element that speaks to people is built on: it waits for its texts before its first drawing, and
 * offers one signal per connection that ends its timers, listeners and requests.
 */
export abstract class NafidaElement extends LitElement {
  /** The element's style sheets. */
  declare static styles: CSSResultGroup;

  protected abstract readonly locale: LocaleController<object>;

  #connection = new AbortController();

  /** Aborted when the element leaves the page; a new one begins when it comes back. */
  protected get connection(): AbortSignal {
    return this.#connection.signal;
  }

  override connectedCallback(): void {
    if (this.#connection.signal.aborted) this.#connection = new AbortController();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    showChangedTexts(this.renderRoot);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.locale.messages) return super.scheduleUpdate();
    return this.locale.ready.then(() => super.scheduleUpdate());
  }
}
