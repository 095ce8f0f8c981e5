import '@nafida/client/reads/consultations.js';
import '@nafida/client/reads/site.js';
import type { Client } from '@nafida/client';
import { toJson } from '@nafida/client/natives.js';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ClientController } from '../foundation/client/client-controller.js';
import { dispatchError } from '../foundation/errors/error-event.js';
import { headingLevelOf } from '../foundation/heading-level.js';
import { LocaleController } from '../foundation/locale/locale-controller.js';
import { NafidaElement } from '../foundation/nafida-element.js';
import { PageReturnController } from '../foundation/page/page-return-controller.js';
import { StatusController } from '../foundation/status-controller.js';
import { WidthController } from '../foundation/page/width-controller.js';
import type { RegionPickerElement } from '../region-picker/region-picker-element.js';
import { errorReasonOf } from '../foundation/errors/error-reason.js';
import { renderLoadError } from '../foundation/errors/load-error-template.js';
import { renderOtherWay } from '../submission/contact-template.js';
import { DraftStore } from './content/draft-store.js';
import { FormController } from './form/form-controller.js';
import { pressSend } from './form/press-send.js';
import { FormSections } from './form-sections.js';
import type { WholeFormView } from './form-template.js';
import { renderForm } from './form-template.js';
import { ProposalSubmitEvent, ProposalSuccessEvent } from './proposal-form-events.js';
import type { ProposalFormMessages } from './form/messages.js';
import { catalogues } from './form/catalogues.js';
import { styles } from './proposal-form.styles.js';
import { loadPlaceLookup } from './terms/proposal-terms.js';
import { renderSkeleton, renderUnavailable, unavailableBecause } from './unavailable-template.js';

/** With less room than this, in em, the form is shown a part at a time unless the page asks otherwise. */
const narrow = 30;

/**
 * A form with which anyone sends a proposal to a consultation of the site, and gets a receipt with a tracking code.
 * What people type is kept on the device until it is sent. A proposal is stored once, even if send is pressed twice.
 * Without a connection it is kept, and sent as soon as there is one.
 *
 * @element nafida-proposal-form
 * @summary Form to send a proposal, with receipt and draft.
 * @slot - Shown instead when nothing can be sent here, such as a link or a telephone number.
 * @slot intro - Above the fields.
 * @slot after - Under the button.
 * @slot label-consultation - Replaces the name of the choice of a consultation.
 * @slot label-axis - Replaces the name of the choice of an axis.
 * @slot label-title - Replaces the label of the title.
 * @slot label-body - Replaces the label of the text.
 * @slot label-attachments - Replaces the label of photos and documents.
 * @slot label-territory - Replaces the label of the place.
 * @slot label-author - Replaces the heading of the questions about the author.
 * @slot label-name - Replaces the label of the name.
 * @slot label-name-visible - Replaces the label of the box to tick if the name may be published.
 * @slot label-email - Replaces the label of the e-mail address.
 * @slot label-phone - Replaces the label of the telephone number.
 * @fires {ProposalSubmitEvent} nafida-proposal-submit - before a proposal is sent; cancelable
 * @fires {ProposalSuccessEvent} nafida-proposal-success - a proposal was stored
 * @fires {NafidaErrorEvent} nafida-error - something could not be done
 * @csspart form - the form
 * @csspart heading - title of the consultation, or of the receipt
 * @csspart label - label of a field
 * @csspart hint - help under a label
 * @csspart examples - examples of proposals for the chosen axis
 * @csspart control - a field
 * @csspart count - how many characters are left
 * @csspart choices - a group of choices
 * @csspart choice - one choice
 * @csspart place - the region picker
 * @csspart privacy - the privacy notice
 * @csspart contact - whom to contact where nothing can be sent
 * @csspart error-summary - list of what to correct
 * @csspart failure - shown instead when something cannot be read
 * @csspart error - an error
 * @csspart notice - a notice
 * @csspart submit - the main button
 * @csspart draft - the line about the draft
 * @csspart step - number and name of the step, where the form is shown in steps
 * @csspart next - the button to the next step
 * @csspart back - the button to the step before
 * @csspart similar - published proposals that are similar to the one being written
 * @csspart files - photos and documents that go with the proposal
 * @csspart outbox - proposals that wait on this device for a connection
 * @csspart receipt - the receipt
 * @csspart reference - reference on the receipt
 * @csspart tracking-code - tracking code on the receipt
 * @csspart signature - signature of the receipt
 * @csspart qr - the tracking code as an image
 * @csspart skeleton - placeholder while the form is loading
 * @csspart retry - button that loads the form again
 * @csspart sent-files - the photos and documents that came with the proposal
 */
export class ProposalFormElement extends NafidaElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    site: { reflect: true },
    consultation: {},
    axis: {},
    territory: {},
    within: {},
    session: {},
    placePicker: { attribute: 'place-picker' },
    draft: {},
    layout: {},
    headingLevel: { attribute: 'heading-level' },
    client: { attribute: false },
  };

  static override styles = styles;

  /** Base URL of the participation server. */
  declare api: string | null;
  /** Public name of the site on that server. */
  declare site: string | null;
  /** Id of the only consultation to send to; default: all open consultations. */
  declare consultation: string | null;
  /** Id of the axis, if the page chooses it. */
  declare axis: string | null;
  /** HCP code, of 2024 or 2014, of the place, if the page chooses it. */
  declare territory: string | null;
  /** HCP code of the territory whose places are offered; default: that of the consultation. */
  declare within: string | null;
  /** Id of the session on the agenda that proposals sent here come from. */
  declare session: string | null;
  /** Id of a `<nafida-region-picker>` of the page: a place chosen there is filled in here, where it fits. */
  declare placePicker: string | null;
  /** `off` stores nothing on the device. */
  declare draft: 'off' | null;
  /** `steps` asks step by step, `page` asks everything on one page; default: by the width of the form. */
  declare layout: 'steps' | 'page' | null;
  /** Level of the form's heading in the outline of the page, 1 to 6; default: 2. */
  declare headingLevel: string | number | null;
  /** The client to use instead of the one for `api` and `site`. */
  declare client: Client | null;

  protected override readonly locale: LocaleController<ProposalFormMessages> =
    new LocaleController<ProposalFormMessages>(this, catalogues);
  readonly #client: ClientController = new ClientController(this);
  readonly #status: StatusController = new StatusController(this);
  readonly #form: FormController = new FormController({
    language: () => this.locale.locale,
    onChange: () => this.requestUpdate(),
    onTyped: (change) => this.#sections.typed(change),
    onDraft: () => this.#sections.sender?.resume(),
    onError: (error) => dispatchError(this, error, 'form'),
  });
  readonly #sections: FormSections = new FormSections(this, this.#form, {
    textLocale: () => this.locale.textLocale,
    client: () => this.#loaded?.client,
    signal: () => this.connection,
    say: (text) => this.#status.say(text),
    clearStatus: () => (this.#status.text = ''),
    focus: (selector) => this.#focus(selector),
    onSent: (receipt) => {
      this.dispatchEvent(new ProposalSuccessEvent(receipt));
      void this.#sections.sending.part?.showReceipt(receipt);
    },
    onError: (error, during) => dispatchError(this, error, during),
    mayBeSent: (input) => this.dispatchEvent(new ProposalSubmitEvent(input)),
    storage: () => (this.draft === 'off' ? 'page' : 'device'),
  });
  readonly #width = new WidthController(this, narrow);
  /** What the form was last loaded for. */
  #loaded: { readonly client: Client; readonly subject: string } | undefined;

  constructor() {
    super();
    this.api = null;
    this.site = null;
    this.consultation = null;
    this.axis = null;
    this.territory = null;
    this.within = null;
    this.session = null;
    this.placePicker = null;
    this.draft = null;
    this.layout = null;
    this.headingLevel = null;
    this.client = null;
    new PageReturnController(this, () => {
      if (this.#form.loadError !== undefined) this.#form.reload();
      this.#sections.retry();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { connection: signal } = this;
    const keep = () => this.#form.drafts?.hold();
    window.addEventListener('pagehide', keep, { signal });
    document.addEventListener('visibilitychange', keep, { signal });
    this.getRootNode().addEventListener(
      'nafida-region-change',
      ({ target }) => {
        if (target instanceof Element && target.id === this.placePicker) void this.#takePlace();
      },
      { signal },
    );
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#form.drafts?.hold();
    this.#sections.sender?.rest();
    // Its reading has ended: it begins again where the element comes back.
    if (!this.#form.site) this.#loaded = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#load();
    this.#sections.sending.part?.warn(this);
    this.#sections.ask(this.#wantsSteps);
  }

  #load(): void {
    const { client } = this.#client;
    if (!client) return;
    const { draft } = this;
    const settled = {
      consultation: this.consultation ?? '',
      axis: this.axis ?? '',
      territory: this.territory ?? '',
      within: this.within ?? '',
      session: this.session ?? '',
    };
    const subject = toJson([settled, draft]);
    if (client === this.#loaded?.client && subject === this.#loaded.subject) return;
    this.#loaded = { client, subject };
    const loading = this.#form.load({
      ...settled,
      client,
      drafts:
        draft === 'off' ? undefined : ({ id }) => new DraftStore(`${id} ${settled.consultation}`),
      signal: this.connection,
    });
    const { sending } = this.#sections;
    sending.prepare();
    sending.part?.follow();
    void loading.then(() => {
      sending.part?.outbox?.showReceipt();
      // A place may have been chosen on the page before there was a form to fill in.
      if (this.isConnected && !this.#form.content.territory) void this.#takePlace();
    });
  }

  get #wantsSteps(): boolean {
    const { layout } = this;
    return layout === 'steps' || (layout !== 'page' && this.#width.isNarrow);
  }

  async #send(): Promise<void> {
    const { asksQuestions, questions, attachments, sending } = this.#sections;
    // What cannot be seen cannot be answered.
    if (asksQuestions && !questions.part && !(await questions.need())) {
      await this.#focus('[part="retry"]');
      return;
    }
    // A photo that is still being made small counts.
    if (attachments.part) await attachments.part.settled();
    const load = async () => (await sending.need())?.sender;
    const onError = (error: unknown) => dispatchError(this, error, 'proposal');
    const sent = pressSend(this.#form, load, onError, this.#sections.placeIssues);
    if (this.#form.sending.isSending) this.#status.say(this.locale.messages!.sending);
    await sent;
    this.#status.say('');
    await (sending.part ? sending.part.focusOutcome() : this.#focus('[part="submit"]'));
  }

  /** Fills in the place that is chosen in the page's own picker, where it is one of those asked for. */
  async #takePlace(): Promise<void> {
    const root = this.getRootNode() as Document | ShadowRoot;
    const picker = this.placePicker && root.getElementById(this.placePicker);
    const { place } = (picker || {}) as Partial<RegionPickerElement>;
    const { placeChoice } = this.#form;
    if (!place || !placeChoice) return;
    const { isAmong } = await loadPlaceLookup();
    if (isAmong(placeChoice, place)) this.#form.type({ territory: place.code });
  }

  async #erase(): Promise<void> {
    if (this.#form.sending.isSending) return;
    this.#sections.sender?.end();
    await this.#form.empty();
    this.#sections.attachments.part?.clear();
    this.#sections.steps.part?.restart();
    this.#status.say(this.locale.messages!.erased);
    await this.#focus('form input:not([tabindex])');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'center' });
  }

  // Pages listen for single letters and arrows as short cuts: what is typed into our fields is ours.
  readonly #handleKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches('input, textarea')) event.stopPropagation();
  };

  // What is on its way must be what stands in the form: called off, a click leaves a tick where it was.
  readonly #handleClick = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    if (this.#form.sending.isSending && (target as Element).matches('input'))
      event.preventDefault();
  };

  protected override render(): TemplateResult {
    const { textLocale, direction } = this.locale;
    return html`
      <div
        class="root"
        lang=${textLocale}
        dir=${direction}
        @click=${this.#handleClick}
        @keydown=${this.#handleKey}
        @keypress=${this.#handleKey}
        @keyup=${this.#handleKey}
      >
        ${this.#renderContent()}
        ${
          this.#form.sending.receipt
            ? nothing
            : html`<p class="visually-hidden" role="status">${this.#status.text}</p>`
        }
      </div>
    `;
  }

  #renderContent() {
    const form = this.#form;
    const { questions, attachments, steps, similar, sending: sendingModule } = this.#sections;
    const sending = sendingModule.part;
    const view: WholeFormView = {
      form,
      messages: this.locale.messages!,
      locale: this.locale.locale,
      headingLevel: headingLevelOf(this),
      errorOf: (field) => sending?.errorOf(field) ?? '',
      questions: questions.part,
      sending,
      similar: similar.part,
      attachments: attachments.part,
      onRetryAttachments: attachments.failed ? () => void attachments.need() : undefined,
      steps: this.#wantsSteps ? steps.part : undefined,
      // The picker takes text: its list is called so, too.
      placeLabel: this.querySelector(':scope > [slot="label-territory"]')?.textContent,
    };
    const { receipt } = form.sending;
    if (sending && receipt) return sending.renderReceipt(view, receipt, this.#status.text);
    return html`
      ${sending?.renderOutbox(view) ?? nothing}
      ${sending?.outbox?.standsAlone ? nothing : this.#renderForm(view)}
    `;
  }

  #renderForm(view: WholeFormView) {
    const { form, messages } = view;
    const { error } = this.#client;
    if (error !== undefined || form.loadError !== undefined) {
      const reason = error !== undefined ? 'setup' : errorReasonOf(form.loadError);
      return renderLoadError({
        title: messages.loadFailed,
        headingLevel: view.headingLevel,
        why: messages.failedBecause(reason),
        retry: messages.retry,
        onRetry: reason === 'setup' ? undefined : () => form.reload(),
        instead: renderOtherWay(form.knownSite, view.locale),
      });
    }
    const { picker, questions, steps } = this.#sections;
    const awaitsSteps = this.#wantsSteps && !steps.part && !steps.failed;
    if (!form.site || awaitsSteps) return renderSkeleton(messages);
    const why = unavailableBecause(view);
    if (why) return renderUnavailable(view, why);
    return renderForm(view, {
      onSend: () => void this.#send(),
      onErase: () => void this.#erase(),
      onRetryPlace: picker.failed ? () => void picker.need() : undefined,
      onRetryQuestions: questions.failed ? () => void questions.need() : undefined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nafida-proposal-form': ProposalFormElement;
  }
}
