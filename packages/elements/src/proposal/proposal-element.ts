import '@nafida/client/reads/consultations.js';
import '@nafida/client/reads/proposals.js';
import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client/core.js';
import type { Consultation, Proposal } from '@nafida/contract';
import { withIsolatedParts } from '@nafida/contract/isolated-parts.js';
import { textIn, withIsolatedRuns } from '@nafida/contract/reads.js';
import { homeZone } from '@nafida/contract/civil-time.js';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { wallTimeOf } from '../foundation/locale/wall-time.js';
import { takeMessages } from '../foundation/locale/catalogue.js';
import { ClientController } from '../foundation/client/client-controller.js';
import { formatDay } from '../foundation/locale/date-format.js';
import { dispatchError } from '../foundation/errors/error-event.js';
import { errorReasonOf } from '../foundation/errors/error-reason.js';
import { headingLevelOf } from '../foundation/heading-level.js';
import { LazyModule } from '../foundation/loading/lazy-module.js';
import { LocaleController } from '../foundation/locale/locale-controller.js';
import { NafidaElement } from '../foundation/nafida-element.js';
import { written } from '../foundation/locale/written-text.js';
import { DeviceSupports } from '../published/device-supports.js';
import { PlaceNames } from '../published/place-names.js';
import { renderFacts, renderStatus } from '../published/proposal-facts.js';
import { renderReadingError, renderSkeleton } from '../published/states.js';
import type { AttachmentList } from './attachments/attachment-list.js';
import type { ProposalMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { ProposalSupportEvent } from './proposal-events.js';
import { styles } from './proposal.styles.js';

/**
 * One published proposal: what it says, what the authority answered, how many devices support it, and a button to be
 * one of them. Shown as text, never as HTML.
 *
 * @element nafida-proposal
 * @summary One published proposal with its answer, to support and share.
 * @slot - Shown instead when nothing can be shown here, such as a link.
 * @fires {ProposalSupportEvent} nafida-proposal-support - a person supported it or took the support back
 * @fires {NafidaErrorEvent} nafida-error - something could not be done
 * @csspart proposal - the whole proposal
 * @csspart heading - the title
 * @csspart status - its status; the name of the status is a second part: `accepted`, `evaluating` …
 * @csspart facts - axis, place, day and author
 * @csspart channel - how it was submitted, if not on the site
 * @csspart session - the session that it comes from
 * @csspart answer - the answer of the authority
 * @csspart attachments - photos and documents to download
 * @csspart attachment - the link to one of them
 * @csspart support - the number of supports and the button
 * @csspart submit - the button that supports the proposal or takes the support back
 * @csspart share - the button that shares the address
 * @csspart reference - the reference
 * @csspart failure - shown instead when it cannot be read
 * @csspart error - an error
 * @csspart retry - button that tries again
 * @csspart skeleton - placeholder while it is loading
 */
export class ProposalElement extends NafidaElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    site: { reflect: true },
    reference: {},
    url: {},
    sessionPage: { attribute: 'session-page' },
    headingLevel: { attribute: 'heading-level' },
    proposal: { attribute: false },
    client: { attribute: false },
  };

  static override styles = styles;

  /** Base URL of the participation server. */
  declare api: string | null;
  /** Public name of the site on that server. */
  declare site: string | null;
  /** Reference of the proposal. */
  declare reference: string | null;
  /** The address to share; default: that of the page. */
  declare url: string | null;
  /** Address of the page whose calendar (`remember="url"`) shows the session that it comes from, such as `agenda.html`. */
  declare sessionPage: string | null;
  /** Level of the title in the outline of the page, 1 to 6; default: 2. */
  declare headingLevel: string | number | null;
  /** The proposal as far as the page has it, shown while the server is asked for it. */
  declare proposal: Proposal | null;
  /** The client to use instead of the one for `api` and `site`. */
  declare client: Client | null;

  protected override readonly locale: LocaleController<ProposalMessages> =
    new LocaleController<ProposalMessages>(this, catalogues);
  readonly #client: ClientController = new ClientController(this);
  readonly #places: PlaceNames = new PlaceNames(this);
  readonly #attachments: LazyModule<AttachmentList> = new LazyModule(this, async () => {
    const { AttachmentList, catalogues: texts } = await import('./attachments/attachment-list.js');
    await takeMessages(texts, this.locale.textLocale);
    return new AttachmentList(this);
  });
  #supports: DeviceSupports | undefined;
  #consultation: Consultation | undefined;
  /** What was read last, or is being read. */
  #asked: { readonly client: Client; readonly reference: string } | undefined;
  #error: unknown;
  #isSending = false;
  /** What happened to the support, or to the link. */
  #said = '';
  #supportError: unknown;

  constructor() {
    super();
    this.api = null;
    this.site = null;
    this.reference = null;
    this.url = null;
    this.sessionPage = null;
    this.headingLevel = null;
    this.proposal = null;
    this.client = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // What was being read or sent has ended: it begins again where the element comes back.
    this.#asked = undefined;
    this.#isSending = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** Moves the focus to the title, once it is there. */
  async focusTitle(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { client } = this.#client;
    const reference = this.reference?.trim() || this.proposal?.reference;
    if (this.proposal?.attachments.length) this.#attachments.prepare();
    if (!client || !reference) return;
    if (client !== this.#supports?.client) {
      this.#supports = new DeviceSupports(client);
    }
    if (client === this.#asked?.client && reference === this.#asked.reference) return;
    void this.#read(client, reference);
  }

  async #read(client: Client, reference: string): Promise<void> {
    const asked = { client, reference };
    this.#asked = asked;
    this.#error = undefined;
    this.#said = '';
    this.#supportError = undefined;
    if (this.proposal?.reference !== reference) this.proposal = null;
    const { connection: signal } = this;
    try {
      // Where this device supports it, in another tab may be, what the browser keeps may be older than that.
      const fresh = this.#supports?.has(reference) ?? false;
      const proposal = await client.proposals.get(reference, { signal, fresh });
      if (this.#asked !== asked) return;
      this.proposal = proposal;
      const consultation = await client.consultations.get(proposal.consultation, { signal });
      if (this.#asked !== asked) return;
      this.#consultation = consultation;
    } catch (error) {
      if (this.#asked !== asked || signal.aborted) return;
      // What is shown already stays: it may only be a little old.
      if (!this.proposal) this.#error = error;
      dispatchError(this, error, 'proposal');
    }
    this.requestUpdate();
  }

  readonly #retry = (): void => {
    this.#asked = undefined;
    this.requestUpdate();
  };

  async #toggleSupport(proposal: Proposal): Promise<void> {
    if (!this.#supports || this.#isSending) return;
    const device = this.#supports;
    const { reference } = proposal;
    const { connection: signal } = this;
    this.#isSending = true;
    this.#said = '';
    this.#supportError = undefined;
    this.requestUpdate();
    try {
      const support = await device.set(reference, !device.has(reference), signal);
      if (this.proposal?.reference === reference) {
        this.proposal = { ...this.proposal, supports: support.supports };
        const { supported, takenBack } = this.locale.messages!;
        this.#said = support.supported ? supported : takenBack;
      }
      this.dispatchEvent(new ProposalSupportEvent(support));
    } catch (error) {
      if (signal.aborted) return;
      this.#supportError = error;
      dispatchError(this, error, 'support');
    } finally {
      this.#isSending = false;
      this.requestUpdate();
    }
  }

  async #share({ title }: Proposal): Promise<void> {
    const url = this.url ?? location.href;
    try {
      if ('share' in navigator)
        await navigator.share({ title: withIsolatedParts(title.text, title.language), url });
      else {
        await (navigator as Navigator).clipboard.writeText(url);
        this.#said = this.locale.messages!.copied;
        this.requestUpdate();
      }
    } catch {
      // The person closed the sheet, or the page may not use it: the address stands above as ever.
    }
  }

  protected override render(): TemplateResult {
    const { textLocale, direction } = this.locale;
    return html`
      <div class="root" lang=${textLocale} dir=${direction}>
        ${this.proposal ? this.#renderProposal(this.proposal) : this.#renderNothingYet()}
      </div>
    `;
  }

  #renderNothingYet() {
    const messages = this.locale.messages!;
    const error = this.#error ?? this.#client.error;
    if (error === undefined) return renderSkeleton(messages, 2);
    const headingLevel = headingLevelOf(this);
    const isMissing =
      isNafidaError(error) && error.kind === 'problem' && error.code === 'not_found';
    return isMissing
      ? html`<div part="error" role="heading" aria-level=${headingLevel}>${messages.missing}</div>`
      : renderReadingError(messages, messages.failed, error, {
          headingLevel,
          onRetry: this.#retry,
        });
  }

  #renderProposal(proposal: Proposal) {
    const { locale } = this.locale;
    const messages = this.locale.messages!;
    const consultations = this.#consultation ? [this.#consultation] : [];
    const { sessionPage } = this;
    const view = { messages, locale, consultations, places: this.#places, sessionPage };
    const { title, body, reference } = proposal;
    return html`
      <article class="proposal" part="proposal" aria-labelledby="title">
        <div>${renderStatus(view, proposal)}</div>
        <div
          id="title"
          class="title"
          part="heading"
          role="heading"
          aria-level=${headingLevelOf(this)}
          tabindex="-1"
          lang=${title.language}
          dir="auto"
        >
          ${title.text}
        </div>
        ${renderFacts(view, proposal)}
        <p class="text" lang=${body.language} dir="auto">${withIsolatedRuns(body.text)}</p>
        ${this.#renderAttachments(proposal)} ${this.#renderAnswer(messages, proposal)}
        ${this.#renderSupport(messages, proposal)}
        <p class="reference">
          ${messages.reference} <bdi part="reference" dir="ltr" translate="no">${reference}</bdi>
        </p>
      </article>
    `;
  }

  #renderAttachments(proposal: Proposal) {
    const { client } = this.#client;
    const list = this.#attachments.part;
    if (!client || !list) return nothing;
    return list.render(proposal, client.service.baseUrl, this.locale.locale);
  }

  #renderAnswer(messages: ProposalMessages, { answer, status }: Proposal) {
    const { locale } = this.locale;
    const day = answer && formatDay(locale, wallTimeOf(answer.answeredAt, homeZone));
    return html`
      <div class="answer ${status}" part="answer">
        <p class="subheading">${messages.answer}</p>
        ${
          answer
            ? html`
                <p class="text">${written(textIn(answer.text, locale))}</p>
                <p class="when">${messages.answeredOn(day!)}</p>
              `
            : html`<p>${messages.noAnswer}</p>`
        }
      </div>
    `;
  }

  #renderSupport(messages: ProposalMessages, proposal: Proposal) {
    const isSupported = this.#supports?.has(proposal.reference) ?? false;
    const count = this.#supports?.countOf(proposal) ?? proposal.supports;
    const error = this.#supportError;
    return html`
      <div class="support" part="support">
        <p class="count">${messages.supportCount(count)}</p>
        <div class="actions">
          <button
            class="button ${isSupported ? 'secondary' : ''}"
            part="submit"
            type="button"
            aria-describedby="indicative"
            aria-disabled=${this.#isSending}
            @click=${() => void this.#toggleSupport(proposal)}
          >
            ${this.#isSending ? messages.sending : isSupported ? messages.takeBack : messages.support}
          </button>
          <button
            class="button quiet"
            part="share"
            type="button"
            @click=${() => void this.#share(proposal)}
          >
            ${messages.share}
          </button>
        </div>
        <p id="indicative" class="indicative">${messages.indicative}</p>
        <div class="said" role="status">
          ${
            error === undefined
              ? this.#said
              : html`<p class="error" part="error">
                  ${messages.supportFailed} ${messages.failedBecause(errorReasonOf(error))}
                </p>`
          }
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-proposal': ProposalElement;
  }
}
