import type { Client } from '@nafida/client';
import { loadCommunes, placeOf } from '@nafida/territory';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { html } from 'lit';
import { ContextController } from '../foundation/context-controller.js';
import { civilMomentOf, formatDay } from '../foundation/date-format.js';
import { NafidaErrorEvent } from '../foundation/error-event.js';
import { LocaleController } from '../foundation/locale-controller.js';
import { NafidaElement } from '../foundation/nafida-element.js';
import { sharedClient } from '../foundation/shared-client.js';
import { StatusController } from '../foundation/status-controller.js';
import { warnOnce } from '../foundation/warn-once.js';
import type { RegionPickerElement } from '../region-picker/region-picker-element.js';
import type { RegionChangeEvent } from '../region-picker/region-picker-events.js';
import { failureReasonOf } from '../session-calendar/failure-reason.js';
import { DraftStore } from './draft-store.js';
import { FormController } from './form-controller.js';
import { renderForm } from './form-template.js';
import type { FormView } from './form-view.js';
import type { ProposalFormMessages } from './messages.js';
import { catalogues } from './messages.js';
import type { FieldFault } from './proposal-content.js';
import { ProposalSubmitEvent, ProposalSuccessEvent } from './proposal-form-events.js';
import { styles } from './proposal-form.styles.js';
import { renderReceipt } from './receipt-template.js';

/** How long the page may take to say where the service is, in milliseconds. */
const patience = 4_000;

/**
 * A form by which anyone sends a proposal to a consultation of the site, and gets a receipt with a tracking code.
 * What is typed is kept on the device until it is sent; however often send is pressed, one proposal comes of it.
 *
 * @element nafida-proposal-form
 * @summary Form to send a proposal, with receipt and draft.
 * @slot - What the page offers instead when the form cannot be read, such as a link or a telephone number.
 * @fires {ProposalSubmitEvent} nafida-proposal-submit - before a proposal is sent; cancelable
 * @fires {ProposalSuccessEvent} nafida-proposal-success - a proposal was stored
 * @fires {NafidaErrorEvent} nafida-error - something could not be done
 * @csspart form - the form
 * @csspart heading - title of the consultation, or of the receipt
 * @csspart label - label of a field
 * @csspart hint - help under a label
 * @csspart control - a field
 * @csspart count - how many characters are left
 * @csspart choices - a group of choices
 * @csspart choice - one choice
 * @csspart place - the region picker
 * @csspart privacy - the privacy notice
 * @csspart error-summary - list of what is to be corrected
 * @csspart error - an error
 * @csspart notice - a notice
 * @csspart submit - the main button
 * @csspart draft - the line about the draft
 * @csspart receipt - the receipt
 * @csspart reference - reference on the receipt
 * @csspart tracking-code - tracking code on the receipt
 * @csspart skeleton - what stands in while the form is loading
 */
export class ProposalFormElement extends NafidaElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    site: { reflect: true },
    consultation: {},
    axis: {},
    territory: {},
    within: {},
    placePicker: { attribute: 'place-picker' },
    draft: {},
    headingLevel: { attribute: 'heading-level' },
    client: { attribute: false },
  };

  static override styles = styles;

  /** Base URL of the participation server. */
  declare api: string | null;
  /** Public name of the site on that server. */
  declare site: string | null;
  /** Id of the one consultation to send to; all open ones are offered unless told. */
  declare consultation: string | null;
  /** Id of the axis, settled by the page. */
  declare axis: string | null;
  /** HCP code of the place, settled by the page. */
  declare territory: string | null;
  /** HCP code of the territory in which places are offered; the site's own unless told. */
  declare within: string | null;
  /** Id of a `<nafida-region-picker>` of the page: a place chosen there is filled in here, where it fits. */
  declare placePicker: string | null;
  /** `off` keeps nothing on the device. */
  declare draft: string | null;
  /** Level of the form's heading in the outline of the page, 1 to 6; 3 unless told. */
  declare headingLevel: string | number | null;
  /** A client to use in place of the one that `api` and `site` stand for. */
  declare client: Client | null;

  protected override readonly locale: LocaleController<ProposalFormMessages> =
    new LocaleController<ProposalFormMessages>(this, catalogues);
  readonly #service = new ContextController(this, () => this.requestUpdate());
  readonly #status = new StatusController(this);
  readonly #form = new FormController({
    language: () => this.locale.locale,
    onChange: () => this.requestUpdate(),
    mayBeSent: (input) => this.dispatchEvent(new ProposalSubmitEvent(input)),
    onSent: (receipt) => {
      this.dispatchEvent(new ProposalSuccessEvent(receipt));
      void this.#showReceipt();
    },
    onError: (error, during) => void this.dispatchEvent(new NafidaErrorEvent({ error, during })),
  });
  #subject = '';
  #subjectClient: Client | undefined;
  #setupError: unknown;

  constructor() {
    super();
    this.api = null;
    this.site = null;
    this.consultation = null;
    this.axis = null;
    this.territory = null;
    this.within = null;
    this.placePicker = null;
    this.draft = null;
    this.headingLevel = null;
    this.client = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { connection: signal } = this;
    const leave = () => this.#form.leave();
    window.addEventListener('pagehide', leave, { signal });
    document.addEventListener('visibilitychange', leave, { signal });
    this.getRootNode().addEventListener(
      'nafida-region-change',
      (event) => this.#takePlace(event as RegionChangeEvent),
      { signal },
    );
    const timer = setTimeout(() => this.#complainOfSetup(), patience);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      leave();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#load();
  }

  #load(): void {
    const client = this.client ?? this.#clientOfService();
    if (!client) return;
    const { service } = this.#service;
    const { consultation, axis, territory, draft } = this;
    const subject = JSON.stringify([consultation, axis, territory, draft]);
    if (client === this.#subjectClient && subject === this.#subject) return;
    this.#subjectClient = client;
    this.#subject = subject;
    this.#setupError = undefined;
    const name = [service?.api, service?.site, consultation].map((part) => part ?? '').join(' ');
    void this.#form.load({
      client,
      consultation: consultation ?? '',
      preset: {
        ...(axis && { axis }),
        ...(territory && { territory: this.#currentCode(territory) }),
      },
      drafts: draft === 'off' ? undefined : new DraftStore(name),
    });
  }

  // Pages may still carry a code of 2014.
  #currentCode(code: string): string {
    const place = placeOf(code);
    if (!place) void loadCommunes().then(() => this.requestUpdate());
    return place?.code ?? code;
  }

  #clientOfService(): Client | undefined {
    const { service } = this.#service;
    try {
      return service && sharedClient(service);
    } catch (error) {
      warnOnce(
        this.localName,
        'api',
        `"${service?.api}" with site="${service?.site}" names no service.`,
      );
      this.#setupError = error;
      return undefined;
    }
  }

  #complainOfSetup(): void {
    if (this.#subjectClient || this.#setupError) return;
    const error = new Error('The page names no api and site.');
    warnOnce(this.localName, 'api', error.message);
    this.#setupError = error;
    this.requestUpdate();
  }

  async #send(): Promise<void> {
    await this.#form.send(this.#placeFault());
    const [first] = this.#form.faults;
    if (first) await this.#focus(`#field-${first.field}`);
  }

  /** A place that was typed and not chosen: the picker knows, and shows it. */
  #placeFault(): FieldFault | undefined {
    const picker = this.renderRoot.querySelector<RegionPickerElement>('nafida-region-picker');
    if (!picker || picker.checkValidity()) return undefined;
    return { field: 'territory', code: 'invalid_choice', limit: null };
  }

  #takePlace({ target, detail }: RegionChangeEvent): void {
    if (!this.placePicker || (target as Element).id !== this.placePicker) return;
    const level = this.#form.consultation?.policy.territoryLevel;
    // A province says too little where the consultation asks for a commune.
    if (detail.place && detail.place.level === level) {
      this.#form.type({ territory: detail.place.code });
    }
  }

  async #showReceipt(): Promise<void> {
    // The name of a commune stands on the receipt.
    await loadCommunes().catch(() => undefined);
    this.requestUpdate();
    await this.#focus('#receipt-title');
  }

  async #erase(): Promise<void> {
    await this.#form.erase();
    this.#status.say(this.locale.messages!.erased);
    await this.#focus('form input, form textarea');
  }

  async #startOver(): Promise<void> {
    this.#form.startOver();
    await this.#focus('form input, form textarea');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  // Pages listen for single letters and arrows as short cuts: what is typed into our fields is ours.
  readonly #handleKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches('input, textarea')) event.stopPropagation();
  };

  protected override render() {
    const { textLocale, direction } = this.locale;
    return html`
      <div class="root" lang=${textLocale} dir=${direction} @keydown=${this.#handleKey}>
        ${this.#renderContent()}
        <p class="visually-hidden" role="status">${this.#status.text}</p>
      </div>
    `;
  }

  #renderContent() {
    const form = this.#form;
    const messages = this.locale.messages!;
    const error = this.#setupError ?? form.loadError;
    if (error !== undefined) return this.#renderFailure(error);
    if (!form.site) {
      return html`<div class="bones" part="skeleton" aria-busy="true">
        <p class="visually-hidden">${messages.loading}</p>
        <span></span><span></span><span></span><span></span><span></span>
      </div>`;
    }
    const view: FormView = {
      form,
      messages,
      locale: this.locale.locale,
      direction: this.locale.direction,
      headingLevel: Number(this.headingLevel) || 3,
      within: this.within,
      locked: new Set([
        // An axis that the consultation does not have leaves the choice to the person.
        ...(this.axis && form.content.axis === this.axis ? (['axis'] as const) : []),
        ...(this.territory ? (['territory'] as const) : []),
      ]),
    };
    if (form.receipt) {
      return renderReceipt(view, form.receipt, {
        onSay: (text) => this.#status.say(text),
        onAnother: () => void this.#startOver(),
      });
    }
    const obstacle = this.#obstacle();
    if (obstacle) return html`<p class="notice" part="notice">${obstacle}</p>`;
    return renderForm(view, {
      onSend: () => void this.#send(),
      onErase: () => void this.#erase(),
    });
  }

  /** Why nothing can be sent here now; empty when it can. */
  #obstacle(): string {
    const { site, consultations } = this.#form;
    const messages = this.locale.messages!;
    if (!site!.privacy) {
      warnOnce(
        this.localName,
        'site',
        `"${site!.id}" has no privacy record, which law 09-08 requires: nothing can be sent. ` +
          'Add it on the server.',
      );
      return messages.noPrivacy;
    }
    const [first] = consultations;
    if (!first) return messages.noConsultation;
    if (first.status === 'upcoming') return messages.notOpen(this.#dayOf(first.opensAt));
    return first.status === 'closed' ? messages.closed(this.#dayOf(first.closesAt)) : '';
  }

  #dayOf(instant: string | null): string | null {
    if (!instant) return null;
    return formatDay(this.locale.locale, civilMomentOf(instant, 'Africa/Casablanca'));
  }

  #renderFailure(error: unknown) {
    const messages = this.locale.messages!;
    const reason = this.#setupError ? 'setup' : failureReasonOf(error);
    return html`
      <div class="failure" part="error">
        <p class="error">${messages.loadFailed(reason)}</p>
        ${
          reason === 'setup'
            ? ''
            : html`<button
                class="button secondary"
                part="retry"
                type="button"
                @click=${() => this.#form.reload()}
              >
                ${messages.retry}
              </button>`
        }
        <slot></slot>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-proposal-form': ProposalFormElement;
  }
}
