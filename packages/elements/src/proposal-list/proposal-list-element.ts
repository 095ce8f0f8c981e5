import '@nafida/client/reads/consultations.js';
import '@nafida/client/reads/proposals.js';
import type { Client } from '@nafida/client';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html } from 'lit';
import { ClientController } from '../foundation/client/client-controller.js';
import { dispatchError } from '../foundation/errors/error-event.js';
import { headingLevelOf } from '../foundation/heading-level.js';
import { LazyModule } from '../foundation/loading/lazy-module.js';
import { LocaleController } from '../foundation/locale/locale-controller.js';
import { NafidaElement } from '../foundation/nafida-element.js';
import { PageReturnController } from '../foundation/page/page-return-controller.js';
import { StatusController } from '../foundation/status-controller.js';
import { warnOnce } from '../foundation/page/warn-once.js';
import { PlaceNames } from '../published/place-names.js';
import type { Filters } from './filters-template.js';
import { axesOf } from './filters-template.js';
import { DeviceSupports } from '../published/device-supports.js';
import { renderFound } from './found-template.js';
import type { ProposalListMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { renderOpened } from './opened-template.js';
import { dataUrlOf, urlOf } from './proposal-addresses.js';
import { queryOf } from './proposal-choice.js';
import { ProposalOpenEvent } from './proposal-list-events.js';
import { styles } from './proposal-list.styles.js';
import type { ProposalQuery } from './proposal-reader.js';
import { ProposalReader } from './proposal-reader.js';
import { RememberedChoice } from './remembered-choice.js';
import { renderTools } from './tools-template.js';

/** How long typing must rest before it is searched for, in milliseconds. */
const rest = 400;

/**
 * The published proposals of a site, to search, filter, read and support. A proposal opens in place; what a person
 * chose is in the address of the page where the page allows it, so that the way back leads to where they were.
 *
 * @element nafida-proposal-list
 * @summary Published proposals: search, filter, read, support.
 * @slot - Shown instead when nothing can be shown here, such as a link.
 * @fires {ProposalOpenEvent} nafida-proposal-open - a person opened a proposal
 * @fires {ProposalSupportEvent} nafida-proposal-support - a person supported the open proposal or took the support back
 * @fires {NafidaErrorEvent} nafida-error - something could not be done
 * @csspart search - the search
 * @csspart label - label of a field
 * @csspart hint - help under a label
 * @csspart control - a field
 * @csspart open-filters - the button that opens the filters
 * @csspart filters - the filters
 * @csspart place - the region picker
 * @csspart remove-filters - the button that takes all filters away
 * @csspart count - how many proposals are shown
 * @csspart order - the choice of the order
 * @csspart list - the proposals
 * @csspart item - one proposal
 * @csspart link - the title that opens it
 * @csspart status - its status; the name of the status is a second part: `accepted`, `evaluating` …
 * @csspart facts - axis, place, day and author
 * @csspart channel - how it was submitted, if not on the site
 * @csspart session - the session that it comes from
 * @csspart more - the button that shows more
 * @csspart empty - shown when there are no proposals
 * @csspart notice - note that the list may be out of date
 * @csspart failure - shown instead when nothing can be read
 * @csspart error - an error
 * @csspart retry - button that tries again
 * @csspart skeleton - placeholder while it is loading
 * @csspart back - the button back to the list
 * @csspart open-data - links to all proposals as data
 */
export class ProposalListElement extends NafidaElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    site: { reflect: true },
    consultation: {},
    session: {},
    within: {},
    axis: {},
    territory: {},
    status: {},
    sort: {},
    q: {},
    proposal: {},
    remember: {},
    sessionPage: { attribute: 'session-page' },
    headingLevel: { attribute: 'heading-level' },
    client: { attribute: false },
  };

  static override styles = styles;

  /** Base URL of the participation server. */
  declare api: string | null;
  /** Public name of the site on that server. */
  declare site: string | null;
  /** Only proposals of this consultation, by its id. */
  declare consultation: string | null;
  /** Only proposals that come from this session of the agenda, by its id. */
  declare session: string | null;
  /** Only proposals in this territory, an HCP code. */
  declare within: string | null;
  /** Only proposals of this axis. A person can change this attribute and the next four. */
  declare axis: string | null;
  /** Only proposals in this territory inside `within`. */
  declare territory: string | null;
  /** Only proposals with this status, such as `accepted`. */
  declare status: string | null;
  /** `recent`, `supported` or `answered`; default: `recent`. */
  declare sort: string | null;
  /** Only proposals that contain these words. */
  declare q: string | null;
  /** Reference of the proposal that is open; null for the list itself. */
  declare proposal: string | null;
  /** `url` keeps what a person chose in the hash of the page's address, and restores it from there. */
  declare remember: 'url' | null;
  /** Address of the page whose calendar (`remember="url"`) shows the sessions that proposals come from. */
  declare sessionPage: string | null;
  /** Level of the titles in the outline of the page, 1 to 6; default: 2. */
  declare headingLevel: string | number | null;
  /** The client to use instead of the one for `api` and `site`. */
  declare client: Client | null;

  #areFiltersOpen = false;
  /** The person chose something else: how much there is of it is to be said. */
  #isToBeAnnounced = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override readonly locale: LocaleController<ProposalListMessages> =
    new LocaleController<ProposalListMessages>(this, catalogues);
  readonly #client: ClientController = new ClientController(this);
  #supports: DeviceSupports | undefined;
  readonly #places: PlaceNames = new PlaceNames(this);
  readonly #status: StatusController = new StatusController(this);
  readonly #reader: ProposalReader = new ProposalReader({
    signal: () => this.connection,
    onChange: () => this.requestUpdate(),
    onError: (error) => dispatchError(this, error, 'proposals'),
  });
  readonly #remembered: RememberedChoice = new RememberedChoice(this, () => {
    if (this.axis || this.status || this.territory) this.#areFiltersOpen = true;
  });
  readonly #picker = new LazyModule(this, () => import('../region-picker/define.js'));
  readonly #page = new LazyModule(this, () => import('../proposal/define.js'));

  constructor() {
    super();
    this.api = null;
    this.site = null;
    this.consultation = null;
    this.session = null;
    this.within = null;
    this.axis = null;
    this.territory = null;
    this.status = null;
    this.sort = null;
    this.q = null;
    this.proposal = null;
    this.remember = null;
    this.sessionPage = null;
    this.headingLevel = null;
    this.client = null;
    new PageReturnController(this, () => void this.#reader.refresh());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#reader.end();
  }

  /** Asks the server again for what is shown. */
  refresh(): void {
    void this.#reader.refresh();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.remember === 'url') this.#remembered.remember();
    if (this.proposal) this.#page.prepare();
    if (this.#areFiltersOpen) this.#picker.prepare();
    const { client } = this.#client;
    if (client && client !== this.#supports?.client) this.#supports = new DeviceSupports(client);
    if (client) this.#reader.show(client, this.#query, this.#remembered.firstPages);
  }

  protected override updated(): void {
    const { items, hasMore, isReading, error, pages } = this.#reader;
    this.#remembered.write(pages);
    // Once there is something to open, so that it opens at once.
    if (items.length > 0) this.#page.prepare();
    if (!this.#isToBeAnnounced || isReading || pages === 0) return;
    this.#isToBeAnnounced = false;
    const messages = this.locale.messages!;
    this.#status.say(error === undefined ? messages.shown(items.length, hasMore) : messages.failed);
  }

  get #query(): ProposalQuery {
    return queryOf(this, (name, values) =>
      warnOnce(this.localName, name, `"${this[name]}" is none of ${values.join(', ')}.`),
    );
  }

  #change(changes: Partial<Filters> & { q?: string; sort?: string }): void {
    for (const [name, value] of Object.entries(changes)) {
      this[name as 'q'] = value || null;
    }
    this.#remembered.restart();
    this.#isToBeAnnounced = true;
  }

  #type(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#change({ q: text }), rest);
  }

  #toggleFilters(): void {
    this.#areFiltersOpen = !this.#areFiltersOpen;
    this.requestUpdate();
  }

  #removeFilters(): void {
    this.#change({ axis: '', status: '', territory: '' });
    void this.#focus('[part="open-filters"]');
  }

  #retry(): void {
    void (this.#reader.isMoreMissing ? this.#showMore() : this.#reader.refresh());
  }

  async #showMore(): Promise<void> {
    const shown = this.#reader.items.length;
    await this.#reader.more();
    const { items, hasMore } = this.#reader;
    if (items.length === shown) return;
    this.#status.say(this.locale.messages!.shown(items.length, hasMore));
    // A person who pressed the button reads on at the first new proposal.
    await this.#focus(`[data-opens="${CSS.escape(items[shown]!.reference)}"]`);
  }

  readonly #open = (event: MouseEvent, reference: string): void => {
    // Another tab or window is the browser's to open.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.proposal = reference;
    this.dispatchEvent(new ProposalOpenEvent(reference));
    void this.#page.need().then(async (page) => {
      await this.updateComplete;
      // Without the page of a proposal there is none to show: the list stays.
      if (!page) this.proposal = null;
      else await this.renderRoot.querySelector('nafida-proposal')?.focusTitle();
    });
  };

  async #close(): Promise<void> {
    const opener = `[data-opens="${CSS.escape(this.proposal ?? '')}"]`;
    this.proposal = null;
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(opener);
    (target ?? this.renderRoot.querySelector<HTMLElement>('#q'))?.focus();
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  // Pages listen for single letters as short cuts: what is typed into our fields is ours.
  readonly #handleKey = (event: KeyboardEvent): void => {
    const isWriting = (event.target as Element).matches('input, select');
    if (isWriting) event.stopPropagation();
  };

  protected override render(): TemplateResult {
    const { textLocale, direction } = this.locale;
    return html`
      <div
        class="root"
        lang=${textLocale}
        dir=${direction}
        @keydown=${this.#handleKey}
        @keypress=${this.#handleKey}
        @keyup=${this.#handleKey}
      >
        ${this.proposal ? this.#renderProposal(this.proposal) : this.#renderAll()}
        <div class="visually-hidden" role="status">${this.#status.text}</div>
      </div>
    `;
  }

  #renderProposal(reference: string) {
    return renderOpened({
      messages: this.locale.messages!,
      locale: this.locale.locale,
      headingLevel: headingLevelOf(this),
      reference,
      known: this.#reader.items.find((each) => each.reference === reference),
      isLoaded: this.#page.part !== undefined,
      url: this.remember === 'url' ? urlOf(reference) : undefined,
      sessionPage: this.sessionPage,
      client: this.#client.client,
      onBack: () => void this.#close(),
      onSupport: ({ reference: of, supports }) => this.#reader.replace(of, { supports }),
    });
  }

  #renderAll() {
    const messages = this.locale.messages!;
    const { locale } = this.locale;
    const { client } = this.#client;
    const { consultations } = this.#reader;
    const { sort: order = 'recent', ...narrowing } = this.#query;
    return html`
      ${renderTools({
        messages,
        locale,
        q: this.q,
        axes: axesOf(consultations, this.consultation),
        within: this.within,
        filters: {
          axis: this.axis ?? '',
          status: this.status ?? '',
          territory: this.territory ?? '',
        },
        areFiltersOpen: this.#areFiltersOpen,
        onType: (text) => this.#type(text),
        onToggleFilters: () => this.#toggleFilters(),
        onFilter: (changes) => this.#change(changes),
        onRemoveFilters: () => this.#removeFilters(),
      })}
      ${renderFound({
        messages,
        locale,
        consultations,
        places: this.#places,
        sessionPage: this.sessionPage,
        headingLevel: headingLevelOf(this),
        reader: this.#reader,
        error: this.#reader.error ?? this.#client.error,
        order,
        isNarrowed: Object.keys(narrowing).length > 0,
        dataUrl: client && ((format) => dataUrlOf(client, format, narrowing, locale)),
        countOf: (proposal) => this.#supports?.countOf(proposal) ?? proposal.supports,
        urlOf,
        onOpen: this.#open,
        onOrder: (sort) => this.#change({ sort }),
        onMore: () => void this.#showMore(),
        onRetry: () => this.#retry(),
      })}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-proposal-list': ProposalListElement;
  }
}
