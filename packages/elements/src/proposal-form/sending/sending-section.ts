import { isNafidaError } from '@nafida/client/core.js';
import { isOutboxInUse } from '@nafida/client/outbox/presence';
import type { FieldIssue, ProposalInput, Receipt } from '@nafida/contract';
import type { PlaceName } from '@nafida/territory';
import type { LitElement } from 'lit';
import { html } from 'lit';
import { takeMessages } from '../../foundation/locale/catalogue.js';
import { dispatchError } from '../../foundation/failures/error-event.js';
import { addStyles, LazyModule } from '../../foundation/loading/lazy-module.js';
import type { Locale } from '../../foundation/locale/locale.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { warnOnce } from '../../foundation/page/warn-once.js';
import { focusErrorSummary, renderErrorSummary } from '../../submission/error-summary-template.js';
import { printAlone } from '../../submission/print-alone.js';
import type { AttachmentsSection } from '../attachments/attachments-section.js';
import type { FormController } from '../form-controller.js';
import type { FormView } from '../form-view.js';
import type { ProposalFormMessages } from '../messages.js';
import type { Unsent } from '../outbox/outbox-controller.js';
import type { OutboxSection } from '../outbox/outbox-section.js';
import { ProposalSubmitEvent, ProposalSuccessEvent } from '../proposal-form-events.js';
import { loadPlaceLookUp } from '../proposal-place.js';
import type { StepsSection } from '../steps/steps-section.js';
import type { FieldFault } from './field-faults.js';
import { isOwnField } from './field-faults.js';
import type { SendingMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { renderReceipt } from './receipt-template.js';
import type { FailedSending } from './sending-controller.js';
import { SendingController } from './sending-controller.js';
import { styles } from './sending.styles.js';
import { Trap } from './trap.js';

export { catalogues };

/** What the section asks of the form around it. */
export interface SendingSectionOptions {
  /** Has something read out. */
  readonly say: (text: string) => void;
  readonly focus: (selector: string) => Promise<void>;
  /** Photos and documents, where the consultation takes any. */
  readonly attachments: LazyModule<AttachmentsSection>;
  /** What shows the form a part at a time, where it is narrow. */
  readonly steps: () => StepsSection | undefined;
  /** Where what waits for a connection is kept. */
  readonly storage: () => 'device' | 'page';
  /** The form is emptied for another proposal. */
  readonly onAnother: () => void;
}

/**
 * What becomes of a proposal once it is written: what is wrong with it, sending, waiting for a connection, the receipt.
 * Loaded beside the form: nobody waits for it in order to write.
 */
export class SendingSection {
  readonly #host: LitElement;
  readonly #form: FormController;
  readonly #options: SendingSectionOptions;
  readonly #locale: LocaleController<SendingMessages>;
  readonly #sending: SendingController;
  readonly #trap = new Trap();
  /** What waits for a connection. Loaded as soon as someone writes: without one it could not be loaded any more. */
  readonly #outbox: LazyModule<OutboxSection>;
  /** Draws the tracking code for a camera. Loaded before it is needed: the line may be gone by then. */
  readonly #qrCode: LazyModule<typeof import('../../submission/qr-code.js').renderQrCode>;
  #placeName: ((locale: Locale) => PlaceName | undefined) | undefined;

  constructor(host: LitElement, form: FormController, options: SendingSectionOptions) {
    this.#host = host;
    this.#form = form;
    this.#options = options;
    this.#locale = new LocaleController(host, catalogues);
    this.#outbox = new LazyModule(host, () => this.#loadOutbox());
    this.#qrCode = new LazyModule(
      host,
      async () => (await import('../../submission/qr-code.js')).renderQrCode,
    );
    this.#sending = new SendingController(form, {
      prepare: () => {
        this.#outbox.prepare();
        this.#qrCode.prepare();
      },
      mayBeSent: (input) =>
        this.#trap.spring() && host.dispatchEvent(new ProposalSubmitEvent(input)),
      keepUnsent: (unsent) => this.#keepUnsent(unsent),
      files: () => options.attachments.part?.files ?? [],
      complete: (input) => this.#complete(input),
      onSent: (receipt) => {
        options.attachments.part?.clear();
        host.dispatchEvent(new ProposalSuccessEvent(receipt));
        void this.#showReceipt(receipt);
      },
      onError: (error, during) => {
        this.#forgetUploads(error);
        dispatchError(host, error, during);
      },
    });
    addStyles(host, styles);
    void this.#locale.ready.then(() => form.join(this.#sending));
  }

  /** Resolves once it has its words, and the form what it sends with. */
  get ready(): Promise<void> {
    return this.#locale.ready;
  }

  /** The words of what is wrong, of sending and of the receipt. */
  get messages(): SendingMessages {
    return this.#locale.messages!;
  }

  /** What waits on this device for a connection; undefined until it is loaded. */
  get outbox(): OutboxSection | undefined {
    return this.#outbox.part;
  }

  /** The form is for another service now, or for the first. */
  follow(): void {
    this.#followOutbox();
    if (this.#options.storage() === 'device') void this.#lookForUnsent();
  }

  /** What is wrong with `field`; empty when nothing is. */
  errorOf(view: FormView, field: FieldFault['field']): string {
    const fault = view.form.faults.find((candidate) => candidate.field === field);
    return fault ? this.#faultText(view, fault) : '';
  }

  /** What to say when sending failed. */
  failureText(ofForm: ProposalFormMessages, { fault, retryAfter }: FailedSending): string {
    switch (fault) {
      case 'not_sent':
        return ofForm.notSent;
      case 'not_open':
        return ofForm.notOpen(null);
      case 'closed':
        return ofForm.closed(null);
      default:
        return this.messages.sendingFault(fault, retryAfter);
    }
  }

  /** What is to be corrected, each with the way to its field, and the field that nobody should fill in. */
  renderHead(view: FormView) {
    const { faults, consultation } = view.form;
    const lines = faults.map((fault) => ({
      field: fault.field,
      text: this.#faultText(view, fault),
      question: consultation?.questions.find(({ id }) => fault.field === `answers.${id}`)?.label,
    }));
    const summary = renderErrorSummary({
      title: this.messages.summary(faults.length),
      headingLevel: view.headingLevel + 1,
      lines,
      locale: view.locale,
      onGo: (field) => void this.#goTo(field),
    });
    return html`${summary} ${this.#trap.render(this.messages)}`;
  }

  /** The receipt of what was sent; `said` is what is said about the latest press of a button in it. */
  renderReceipt(view: FormView, receipt: Receipt, said: string) {
    return renderReceipt(view, this.messages, receipt, {
      placeName: this.#placeName?.(view.locale),
      renderQrCode: this.#qrCode.part,
      said,
      onSay: this.#options.say,
      onPrint: () => printAlone(this.#host),
      onAnother: () => void this.#startOver(),
    });
  }

  /** Tells the developer of a page what its site lacks, and where it asks for what there is not. */
  warn(settled: Readonly<Record<'axis' | 'territory' | 'layout', string | null>>): void {
    const { consultation, site } = this.#form;
    const { localName } = this.#host;
    const { layout } = settled;
    if (layout && layout !== 'steps' && layout !== 'page')
      warnOnce(localName, 'layout', `"${layout}" is neither "steps" nor "page".`);
    if (site && !site.privacy) {
      const message = `"${site.id}" has no privacy record, which law 09-08 requires: nothing can be sent.`;
      warnOnce(localName, 'site', `${message} Add it on the server.`);
    }
    if (!consultation) return;
    for (const field of ['axis', 'territory'] as const) {
      const value = settled[field];
      if (!value || this.#form.isSettled(field)) continue;
      const message = `consultation "${consultation.id}" does not take "${value}": people choose.`;
      warnOnce(localName, field, message);
    }
  }

  /** See `SendingController.verify`. */
  verify(
    isAsked: (field: FieldFault['field']) => boolean,
    placeIssues: readonly FieldIssue[],
  ): Promise<boolean> {
    return this.#sending.verify(isAsked, placeIssues);
  }

  /** Goes to where it says what came of the last press of send. */
  async focusOutcome(): Promise<void> {
    const { faults, failed, receipt } = this.#form;
    if (faults.length > 0) await this.focusFaults();
    // Whoever sent with Enter may be far from where it says what happened.
    else if (failed) await this.#options.focus('[part="submit"]');
    else if (this.#trap.isSprung) await this.#options.focus('#field-website');
    else if (this.#options.attachments.part?.faultyField) {
      const field = this.#options.attachments.part.faultyField;
      this.#options.steps()?.reveal(field === 'attachments' ? 'body' : field);
      await this.#options.focus(`#${CSS.escape(`field-${field}`)}`);
    } else if (!receipt) await this.outbox?.focusLatest();
  }

  /** Goes to what says what is wrong, in the step where the first of it stands. */
  async focusFaults(): Promise<void> {
    const [first] = this.#form.faults;
    if (!first) return;
    this.#options.steps()?.reveal(first.field);
    await focusErrorSummary(this.#host);
  }

  /** Goes to a field, in whichever step it stands. */
  async #goTo(field: FieldFault['field']): Promise<void> {
    this.#options.steps()?.reveal(field);
    await this.#options.focus(`#${CSS.escape(`field-${field}`)}`);
  }

  #faultText({ form, questions }: FormView, fault: FieldFault): string {
    if (isOwnField(fault)) return this.messages.fault(fault);
    return questions?.faultText(fault, form.consultation!.questions) ?? '';
  }

  async #complete(input: ProposalInput): Promise<ProposalInput | undefined> {
    const { consultation, subject } = this.#form;
    const attachments = this.#options.attachments.part;
    if (!attachments || !consultation || !subject) return input;
    return attachments.complete(subject.client, consultation, input);
  }

  /** A file that the proposal named was deleted meanwhile: the next try sends it anew. */
  #forgetUploads(error: unknown): void {
    const issues = isNafidaError(error) && error.kind === 'problem' ? error.issues : [];
    if (issues.some(({ path }) => path.startsWith('attachments.'))) {
      this.#options.attachments.part?.forgetUploads();
    }
  }

  async #loadOutbox(): Promise<OutboxSection> {
    const { OutboxSection, catalogues: texts } = await import('../outbox/outbox-section.js');
    // Without its words it would be of no use.
    await takeMessages(texts, this.#locale.textLocale);
    return new OutboxSection(this.#host, this.#form, this.#sending, {
      say: this.#options.say,
      focus: (selector) => {
        this.#options.steps()?.restart();
        return this.#options.focus(selector);
      },
      takeFiles: async (files) => (await this.#options.attachments.need())?.restore(files),
    });
  }

  #followOutbox(): void {
    const { subject } = this.#form;
    if (subject) this.outbox?.follow(subject.client, this.#options.storage());
  }

  /** An earlier visit may have left something on this device. */
  async #lookForUnsent(): Promise<void> {
    const { subject } = this.#form;
    if (!subject || !(await isOutboxInUse(subject.client)) || !(await this.#outbox.need())) return;
    this.#followOutbox();
  }

  async #keepUnsent(unsent: Unsent): Promise<boolean> {
    const outbox = await this.#outbox.need();
    if (!outbox) return false;
    this.#followOutbox();
    const attachments = this.#options.attachments.part;
    const files = attachments?.sealed ?? [];
    const { attachments: _named, ...input } = unsent.input;
    await outbox.keep({ ...unsent, ...(files.length > 0 && { input, files }) });
    attachments?.clear();
    return true;
  }

  async #showReceipt({ territory }: Receipt): Promise<void> {
    this.#host.requestUpdate();
    // What waited for a connection may have gone without a word typed on this page.
    this.#qrCode.prepare();
    // Whoever is elsewhere on the page when it goes by itself is told, and not moved.
    const isAwaited = this.#form.isSending || this.outbox?.isAskedFor;
    if (isAwaited || this.#host.matches(':focus-within')) {
      await this.#options.focus('#receipt-title');
    } else this.#options.say(this.messages.received);
    if (!territory) return;
    const { findPlace, nameOfPlace } = await loadPlaceLookUp();
    await findPlace(territory.code);
    this.#placeName = (locale) => nameOfPlace(territory.code, locale);
    this.#host.requestUpdate();
  }

  async #startOver(): Promise<void> {
    this.#placeName = undefined;
    this.#sending.startOver();
    this.#options.onAnother();
    this.#options.steps()?.restart();
    this.outbox?.showReceipt();
    if (!this.#form.receipt) await this.#options.focus('form input:not([tabindex])');
  }
}
