import type { Client } from '@nafida/client';
import type { LitElement } from 'lit';
import { html, nothing } from 'lit';
import { LazyPart } from '../../foundation/lazy-part.js';
import type { PageContext } from './page-context.js';

/** The proposals that a session belongs to, read where they are named: each opens beneath its reference. */
export class LinkedProposals {
  readonly #host: LitElement;
  readonly #client: () => Client | undefined;
  readonly #element: LazyPart<unknown>;
  /** Those that were opened, by reference. */
  readonly #opened = new Set<string>();

  constructor(host: LitElement, client: () => Client | undefined) {
    this.#host = host;
    this.#client = client;
    this.#element = new LazyPart(host, () => import('../../proposal/define.js'));
  }

  /** The references; without a server there is nothing to open. */
  render(context: PageContext, references: readonly string[]) {
    const client = this.#client();
    if (!client) {
      return html`<p><bdi dir="ltr">${context.messages.enumeration(references)}</bdi></p>`;
    }
    return references.map(
      (reference) => html`
        <details
          class="linked"
          part="linked-proposal"
          @toggle=${({ currentTarget }: Event) =>
            this.#open(reference, (currentTarget as HTMLDetailsElement).open)}
        >
          <summary><bdi dir="ltr">${reference}</bdi></summary>
          ${this.#opened.has(reference) ? this.#renderProposal(context, reference, client) : nothing}
        </details>
      `,
    );
  }

  #open(reference: string, isOpen: boolean): void {
    if (!isOpen || this.#opened.has(reference)) return;
    this.#opened.add(reference);
    this.#host.requestUpdate();
    void this.#element.need();
  }

  #renderProposal(
    { locale, messages, headingLevel }: PageContext,
    reference: string,
    client: Client,
  ) {
    if (this.#element.failed) return html`<p class="error" part="error">${messages.partFailed}</p>`;
    return html`<nafida-proposal
      lang=${locale}
      reference=${reference}
      heading-level=${Math.min(6, headingLevel + 1)}
      .client=${client}
    ></nafida-proposal>`;
  }
}
