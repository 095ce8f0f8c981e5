import '@nafida/client/reads/receipts.js';
import type { Client } from '@nafida/client';
import type { Receipt } from '@nafida/contract';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ClientController } from '../foundation/client/client-controller.js';
import { dispatchError } from '../foundation/errors/error-event.js';
import { headingLevelOf } from '../foundation/heading-level.js';
import { LazyModule } from '../foundation/loading/lazy-module.js';
import { LocaleController } from '../foundation/locale/locale-controller.js';
import { NafidaElement } from '../foundation/nafida-element.js';
import { PageReturnController } from '../foundation/page/page-return-controller.js';
import type { AuthorSection } from './author-section/author-section.js';
import type { ProposalStatusMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { styles } from './proposal-status.styles.js';
import { CodeLookup } from '../submission/lookup/code-lookup.js';
import type { StatusView } from './status-template.js';
import { renderTrackingForm, renderStatus } from './status-template.js';

/**
 * Shows what became of a proposal to a person who types its tracking code: whether it is published, or why not, and
 * what the authority does with it. The author can reply to a question, withdraw, and take a copy of what is stored.
 * The code travels in no address and is kept nowhere.
 *
 * @element nafida-proposal-status
 * @summary What became of a proposal, by its tracking code.
 * @fires {NafidaErrorEvent} nafida-error - the proposal could not be looked up, or what its author did not be carried out
 * @csspart form - the form that asks for the code
 * @csspart heading - heading above what became of the proposal
 * @csspart label - label of the field
 * @csspart hint - help under the label
 * @csspart control - the field
 * @csspart error - an error
 * @csspart submit - the main button
 * @csspart status - what became of the proposal
 * @csspart state - the state in words; its name stands beside as a second part: `pending`, `refused`, `accepted` …
 * @csspart reference - reference of the proposal
 * @csspart answer - the official answer
 * @csspart question - something staff ask the author
 * @csspart signature - the signature of the receipt and whether it is right
 * @csspart withdraw - button that withdraws the proposal
 * @csspart confirm - button that confirms it
 * @csspart own-data - button that saves what is stored
 * @csspart another - goes back to the form
 * @csspart sent-files - the photos and documents that came with the proposal
 */
export class ProposalStatusElement extends NafidaElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    site: { reflect: true },
    code: {},
    headingLevel: { attribute: 'heading-level' },
    client: { attribute: false },
  };

  static override styles = styles;

  /** Base URL of the participation server. */
  declare api: string | null;
  /** Public name of the site on that server. */
  declare site: string | null;
  /** A tracking code to look up at once; without it, people type theirs. Keep it out of addresses: it is a secret. */
  declare code: string | null;
  /** Level, in the outline of the page, of the heading above what became of the proposal, 1 to 6; default: 2. */
  declare headingLevel: string | number | null;
  /** The client to use instead of the one for `api` and `site`. */
  declare client: Client | null;

  protected override readonly locale: LocaleController<ProposalStatusMessages> =
    new LocaleController<ProposalStatusMessages>(this, catalogues);
  readonly #client: ClientController = new ClientController(this);
  readonly #lookup: CodeLookup<Receipt> = new CodeLookup({
    client: () => this.#client.client,
    signal: () => this.connection,
    read: (client, code, signal) => client.receipts.get(code, { fresh: true, signal }),
    onChange: () => this.requestUpdate(),
    onError: (error) => dispatchError(this, error, 'proposal-status'),
  });
  readonly #section: LazyModule<AuthorSection> = new LazyModule(this, () => this.#loadSection());
  /** The code of the page that was looked up last. */
  #opened = '';

  constructor() {
    super();
    this.api = null;
    this.site = null;
    this.code = null;
    this.headingLevel = null;
    this.client = null;
    new PageReturnController(this, () => void this.#lookup.refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A lookup that was under way has ended with the connection: it begins again where the element comes back.
    if (!this.#lookup.found) this.#opened = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const code = this.code?.trim() ?? '';
    if (!code || code === this.#opened || !this.#client.client) return;
    this.#opened = code;
    this.#lookup.code = code;
    this.#section.prepare();
    void this.#lookup.open();
  }

  async #show(): Promise<void> {
    if (this.#lookup.isLooking) return;
    // Both are under way together: what the authority answered stands there with the rest.
    const ready = this.#section.need();
    await this.#lookup.open();
    if (this.#lookup.found) await ready;
    await this.#focus(this.#lookup.found ? '#title' : '#field-code');
  }

  async #loadSection(): Promise<AuthorSection> {
    const { AuthorSection } = await import('./author-section/author-section.js');
    return new AuthorSection(this, {
      client: () => this.#client.client,
      signal: () => this.connection,
      code: () => this.#lookup.foundCode,
      onReceipt: (receipt) => this.#lookup.take(receipt),
      onError: (error) => dispatchError(this, error, 'proposal-status'),
      focus: (selector) => this.#focus(selector),
    });
  }

  async #startOver(): Promise<void> {
    this.#section.part?.close();
    this.#lookup.close();
    await this.#focus('#field-code');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  // Pages listen for single letters as short cuts: what is typed into our field is ours.
  readonly #handleKey = (event: KeyboardEvent): void => {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      event.stopPropagation();
    }
  };

  protected override render(): TemplateResult {
    const { textLocale, direction, locale } = this.locale;
    const messages = this.locale.messages!;
    const view: StatusView = { messages, locale, headingLevel: headingLevelOf(this) };
    const { found: receipt } = this.#lookup;
    return html`
      <div
        class="root"
        lang=${textLocale}
        dir=${direction}
        @keydown=${this.#handleKey}
        @keypress=${this.#handleKey}
        @keyup=${this.#handleKey}
      >
        ${
          receipt
            ? renderStatus(view, receipt, {
                onAnother: () => void this.#startOver(),
                news: this.#section.part?.renderNews(view, receipt) ?? nothing,
                section: this.#section.part?.render(view, receipt) ?? nothing,
              })
            : renderTrackingForm(view, this.#lookup, () => void this.#show())
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-proposal-status': ProposalStatusElement;
  }
}
