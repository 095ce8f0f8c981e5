import '@nafida/client/reads/proposals.js';
import type { Client } from '@nafida/client';
import type { Proposal } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { LazyModule } from '../../foundation/loading/lazy-module.js';
import { proposalParts } from '../../foundation/nested-parts.js';
import type { PageContext } from './page-context.js';

/** What is known of the proposals that come from a session. */
interface Collected {
  readonly client: Client;
  readonly session: string;
  readonly items: readonly Proposal[];
  /** Where there are more. */
  readonly cursor: string | null;
}

const pageLength = 20;

/** The proposals that a session belongs to, and those that come from it: each opens in place. */
export class LinkedProposals {
  readonly #host: LitElement;
  readonly #client: () => Client | undefined;
  readonly #element: LazyModule<unknown>;
  /** Those that were opened, by reference. */
  readonly #opened = new Set<string>();
  #collected: Collected | undefined;

  constructor(host: LitElement, client: () => Client | undefined) {
    this.#host = host;
    this.#client = client;
    this.#element = new LazyModule(host, () => import('../../proposal/define.js'));
  }

  /** Reads what comes from a session, once, and again where `isAfresh`. */
  readCollected(session: string, { isAfresh = false } = {}): void {
    const client = this.#client();
    if (!client) return;
    const { client: known, session: read } = this.#collected ?? {};
    if (client === known && session === read && !isAfresh) return;
    const items = session === read ? this.#collected!.items : [];
    this.#collected = { client, session, items, cursor: null };
    void this.#read(this.#collected, []);
  }

  /** The references of those that it belongs to; without a server there is nothing to open. */
  render(context: PageContext, references: readonly string[]): TemplateResult | TemplateResult[] {
    const client = this.#client();
    if (!client) {
      return html`<p>
        <bdi dir="ltr" translate="no">${context.messages.enumeration(references)}</bdi>
      </p>`;
    }
    return references.map((reference) =>
      this.#renderOne(
        context,
        client,
        reference,
        html`<bdi dir="ltr" translate="no">${reference}</bdi>`,
      ),
    );
  }

  /** The titles of those that come from a session; undefined where none does. */
  renderCollected(context: PageContext, id: string): TemplateResult | undefined {
    const { client, session, items = [], cursor } = this.#collected ?? {};
    if (!client || session !== id || items.length === 0) return undefined;
    return html`
      ${items.map(({ reference, title }) =>
        this.#renderOne(
          context,
          client,
          reference,
          html`<bdi lang=${title.language} dir="auto">${title.text}</bdi>`,
        ),
      )}
      ${
        cursor
          ? html`<button
              class="button quiet"
              part="more"
              type="button"
              @click=${() => void this.#read(this.#collected!, items)}
            >
              ${context.pageMessages.moreProposals}
            </button>`
          : nothing
      }
    `;
  }

  /** The session is told of all the same where they cannot be read. */
  async #read(asked: Collected, before: readonly Proposal[]): Promise<void> {
    const { client, session, cursor } = asked;
    const list = client.proposals.list({ session, limit: pageLength });
    const page = await list.page(cursor ?? undefined).catch(() => undefined);
    if (!page || asked !== this.#collected) return;
    const items = [...before, ...page.items];
    this.#collected = { client, session, items, cursor: page.nextCursor };
    this.#host.requestUpdate();
  }

  #renderOne(context: PageContext, client: Client, reference: string, name: unknown) {
    return html`
      <details
        class="linked"
        part="linked-proposal"
        @toggle=${({ currentTarget }: Event) =>
          this.#open(reference, (currentTarget as HTMLDetailsElement).open)}
      >
        <summary>${name}</summary>
        ${this.#opened.has(reference) ? this.#renderProposal(context, reference, client) : nothing}
      </details>
    `;
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
      exportparts=${proposalParts}
      lang=${locale}
      reference=${reference}
      heading-level=${Math.min(6, headingLevel + 1)}
      .client=${client}
    ></nafida-proposal>`;
  }
}
