import type { PropertyDeclarations, TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';

/**
 * Says once, for every Nafida element inside it, which service they talk to and in which language. Draws
 * nothing and takes no part in the layout.
 *
 * @element nafida-provider
 * @summary Service and language for the Nafida elements inside it.
 * @slot - The part of the page it is for.
 */
export class ProviderElement extends LitElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    site: { reflect: true },
  };

  /** The element's style sheets. */
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base URL of the participation server. */
  declare api: string | null;
  /** Public name of the site on that server. */
  declare site: string | null;

  constructor() {
    super();
    this.api = null;
    this.site = null;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-provider': ProviderElement;
  }
}
