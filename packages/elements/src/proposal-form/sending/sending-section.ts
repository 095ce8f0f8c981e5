import { isOutboxInUse } from '@nafida/client/outbox/presence';
import type { ProposalInput, Receipt, WrittenText } from '@nafida/contract';
import type { LitElement, TemplateResult, nothing } from 'lit';
import { html } from 'lit';
import { takeMessages } from '../../foundation/locale/catalogue.js';
import { addStyles, LazyModule } from '../../foundation/loading/lazy-module.js';
import type { Locale } from '../../foundation/locale/locale.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { warnOnce } from '../../foundation/page/warn-once.js';
import { focusErrorSummary, renderErrorSummary } from '../../submission/error-summary-template.js';
import { printAlone } from '../../submission/print-alone.js';
import type { AttachmentsSection } from '../attachments/attachments-section.js';
import type { FormController } from '../form/form-controller.js';
import type { FormView } from '../form/form-view.js';
import type { ProposalFormMessages } from '../form/messages.js';
import type { OutboxSection } from '../outbox/outbox-section.js';
import { loadPlaceLookup } from '../terms/proposal-terms.js';
import type { ProposalReason } from '../submit/proposal-errors.js';
import type { ProposalIssue } from '../submit/proposal-issues.js';
import { isOwnField } from '../submit/proposal-issues.js';
import type { Unsent } from '../submit/proposal-submission.js';
import { ProposalSubmission } from '../submit/proposal-submission.js';
import type { SendingMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import type { ProposalSenderOptions } from './proposal-sender.js';
import { ProposalSender } from './proposal-sender.js';
import { renderReceipt } from './receipt-template.js';
import { styles } from './sending.styles.js';
import { Honeypot } from './honeypot.js';

export { catalogues };

/** What the section asks of the form around it. */
export interface SendingSectionOptions extends ProposalSenderOptions {
  /** Has something read out. */
  readonly say: (text: string) => void;
  readonly focus: (selector: string) => Promise<void>;
  /** Photos and documents, where the consultation takes any. */
  readonly attachments: LazyModule<AttachmentsSection>;
  /** Shows the field, where the form is shown in steps. */
  readonly reveal: (field: ProposalIssue['field']) => void;
  /** Shows the form from its beginning. */
  readonly restart: () => void;
  /** What is wrong with the answer to one of the consultation's own questions, and what to do. */
  readonly answerText: (issue: ProposalIssue) => string;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (input: ProposalInput) => boolean;
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
  readonly #honeypot = new Honeypot();
  /** Sends what stands in the form. */
  readonly sender: ProposalSender;
  /** What waits for a connection. Loaded as soon as someone writes: without one it could not be loaded any more. */
  readonly #outbox: LazyModule<OutboxSection>;
  /** Draws the tracking code for a camera. Loaded before it is needed: the line may be gone by then. */
  readonly #qrCode: LazyModule<typeof import('../../submission/qr-code.js').renderQrCode>;
  #placeName: ((locale: Locale) => WrittenText | undefined) | undefined;

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
    const submission = new ProposalSubmission({
      prepare: () => {
        this.#outbox.prepare();
        this.#qrCode.prepare();
      },
      mayBeSent: (input) => this.#honeypot.check() && options.mayBeSent(input),
      queue: (unsent) => this.#queue(unsent),
      files: () => options.attachments.part?.files ?? [],
      upload: async (client, consultation, input) =>
        options.attachments.part?.complete(client, consultation, input) ?? input,
      forgetUploads: () => options.attachments.part?.forgetUploads(),
    });
    addStyles(host, styles);
    this.sender = new ProposalSender(form, submission, options);
  }

  /** Resolves once its texts are here. */
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
  errorOf(field: ProposalIssue['field']): string {
    const issue = this.#form.sending.issues.find((each) => each.field === field);
    return issue ? this.#issueText(issue) : '';
  }

  /** What to say when sending came to nothing; `retryAfter` are the seconds that the server asked to wait. */
  reasonText(
    ofForm: ProposalFormMessages,
    { reason, retryAfter }: { readonly reason: ProposalReason; readonly retryAfter: number | null },
  ): string {
    switch (reason) {
      case 'not_sent':
        return ofForm.notSent;
      case 'not_open':
        return ofForm.notOpen(null);
      case 'closed':
        return ofForm.closed(null);
      default:
        return this.messages.sendingError(reason, retryAfter);
    }
  }

  /** What waits for a connection, above the form. */
  renderOutbox(view: FormView): TemplateResult | typeof nothing | undefined {
    return this.outbox?.render(view, {
      reasonText: (reason) => this.reasonText(view.messages, { reason, retryAfter: null }),
      dayAndHour: this.messages.dayAndHour,
    });
  }

  /** What is to be corrected, each with the way to its field, and the field that nobody should fill in. */
  renderHead(view: FormView): TemplateResult {
    const { consultation, sending } = view.form;
    const { issues } = sending;
    const lines = issues.map((issue) => ({
      field: issue.field,
      text: this.#issueText(issue),
      question: consultation?.questions.find(({ id }) => issue.field === `answers.${id}`)?.label,
    }));
    const summary = renderErrorSummary({
      title: this.messages.summary(issues.length),
      headingLevel: view.headingLevel + 1,
      lines,
      locale: view.locale,
      onGo: (field) => void this.#goTo(field),
    });
    return html`${summary} ${this.#honeypot.render(this.messages)}`;
  }

  /** The receipt of what was sent; `said` is what is said about the latest press of a button in it. */
  renderReceipt(view: FormView, receipt: Receipt, said: string): TemplateResult {
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

  /** Goes to where it says what came of the last press of send. */
  async focusOutcome(): Promise<void> {
    const { issues, failed, receipt } = this.#form.sending;
    const withIssue = this.#options.attachments.part?.fieldWithIssue;
    if (issues.length > 0) await this.focusIssues();
    // A person who sent with Enter may be far from the text that says what happened.
    else if (failed) await this.#options.focus('[part="submit"]');
    else if (this.#honeypot.isFilled) await this.#options.focus('#field-website');
    else if (withIssue) {
      this.#options.reveal(withIssue === 'attachments' ? 'body' : withIssue);
      await this.#options.focus(`#${CSS.escape(`field-${withIssue}`)}`);
    } else if (!receipt) await this.outbox?.focusLatest();
  }

  /** Goes to what says what is wrong, in the step where the first of it stands. */
  async focusIssues(): Promise<void> {
    const [first] = this.#form.sending.issues;
    if (!first) return;
    this.#options.reveal(first.field);
    await focusErrorSummary(this.#host);
  }

  /** The receipt of what was sent takes the place of the form. */
  async showReceipt({ territory }: Receipt): Promise<void> {
    this.#options.attachments.part?.clear();
    this.#host.requestUpdate();
    // What waited for a connection may have gone without a word typed on this page.
    this.#qrCode.prepare();
    // When it is sent by itself, a person who is elsewhere on the page is told but not moved.
    const isAwaited = this.#form.sending.isSending || this.outbox?.isAskedFor;
    if (isAwaited || this.#host.matches(':focus-within')) {
      await this.#options.focus('#receipt-title');
    } else this.#options.say(this.messages.received);
    if (!territory) return;
    const { findPlace, nameOfPlace } = await loadPlaceLookup();
    await findPlace(territory.code);
    this.#placeName = (locale) => nameOfPlace(territory.code, locale);
    this.#host.requestUpdate();
  }

  /** Goes to a field, in whichever step it stands. */
  async #goTo(field: ProposalIssue['field']): Promise<void> {
    this.#options.reveal(field);
    await this.#options.focus(`#${CSS.escape(`field-${field}`)}`);
  }

  #issueText(issue: ProposalIssue): string {
    return isOwnField(issue) ? this.messages.issue(issue) : this.#options.answerText(issue);
  }

  async #loadOutbox(): Promise<OutboxSection> {
    const { OutboxSection, catalogues: texts } = await import('../outbox/outbox-section.js');
    // Without its words it would be of no use.
    await takeMessages(texts, this.#locale.textLocale);
    return new OutboxSection(this.#host, this.#form, {
      say: this.#options.say,
      focus: (selector) => {
        this.#options.restart();
        return this.#options.focus(selector);
      },
      takeUp: (input, key) => this.sender.takeUp(input, key),
      showIssues: (issues, code) => this.sender.showIssues(issues, code),
      showReceipt: (receipt) => this.sender.showReceipt(receipt),
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

  async #queue(unsent: Unsent): Promise<boolean> {
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

  async #startOver(): Promise<void> {
    this.#placeName = undefined;
    this.#form.show({ receipt: undefined });
    this.#options.onAnother();
    this.#options.restart();
    this.outbox?.showReceipt();
    if (!this.#form.sending.receipt) await this.#options.focus('form input:not([tabindex])');
  }
}
