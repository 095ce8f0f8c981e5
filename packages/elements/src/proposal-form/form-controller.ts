import type { Consultation, FieldIssue, Locale, Question, Receipt, Site } from '@nafida/contract';
import type { Attempt } from '../submission/attempt-key.js';
import { siteBehind, unlistedOrigin } from '../submission/sending-site.js';
import type { TypedAnswer } from '../submission/questions/typed-answers.js';
import type { Drafts } from './draft-store.js';
import type { ProposalContent } from './proposal-content.js';
import { emptyContent, isWorthKeeping } from './proposal-content.js';
import type { PlaceChoice } from './proposal-place.js';
import type { FormSubject } from './proposal-terms.js';
import { ProposalTerms } from './proposal-terms.js';
import type { FieldFault } from './sending/field-faults.js';
import type { FailedSending, SendingController } from './sending/sending-controller.js';

/** What the form needs of what is around it. */
export interface FormOptions {
  readonly language: () => Locale;
  /** The form is to be drawn again. */
  readonly onChange: () => void;
  /** Somebody began to write, or goes on. */
  readonly onTyped: () => void;
  /** Loads what checks and sends, which then {@link FormController.join}s; resolves also where that is impossible. */
  readonly loadSending: () => Promise<unknown>;
  readonly onError: (error: unknown, during: 'form' | 'proposal') => void;
}

/**
 * The proposal form: what it asks, and what is typed. What checks and sends that comes beside it, and is waited for by
 * whoever presses send before. Knows no DOM.
 */
export class FormController {
  readonly #options: FormOptions;
  #sending: SendingController | undefined;
  #subject: FormSubject | undefined;
  #terms: ProposalTerms | undefined;
  #drafts: Drafts | undefined;
  #loadError: unknown;
  #siteBehind: Site | undefined;
  #content = emptyContent;
  /** The last press of send, of an earlier visit. */
  #attempt: Attempt | undefined;
  #isRestored = false;
  #awaitsSending = false;
  #lacksSending = false;

  constructor(options: FormOptions) {
    this.#options = options;
  }

  /** What was read of the site and of what it asks; undefined until all of it is known. */
  get terms(): ProposalTerms | undefined {
    return this.#terms;
  }

  /** The site with its privacy notice; undefined until everything the form asks is known. */
  get site(): Site | undefined {
    return this.#terms?.site;
  }

  /** What the form was last loaded for. */
  get subject(): FormSubject | undefined {
    return this.#subject;
  }

  /** Why the form could not be read; undefined while it can still come. */
  get loadError(): unknown {
    return this.#loadError;
  }

  /** The site, also where the rest of what the form asks could not be read; undefined where it is not known. */
  get knownSite(): Site | undefined {
    return this.site ?? this.#siteBehind;
  }

  /** What may be chosen among. */
  get consultations(): readonly Consultation[] {
    return this.#terms?.consultations ?? [];
  }

  /** The one that is chosen. */
  get consultation(): Consultation | undefined {
    return this.consultations.find(({ id }) => id === this.#content.consultation);
  }

  /** The places that may be named; null where none is asked. */
  get placeChoice(): PlaceChoice | null {
    const { consultation } = this;
    return consultation ? this.#terms!.placeChoiceOf(consultation) : null;
  }

  /** Whether the page has settled a field, with a value that the consultation takes. */
  isSettled(field: 'axis' | 'territory'): boolean {
    const { consultation } = this;
    return consultation !== undefined && this.#terms!.isSettled(field, consultation);
  }

  get language(): Locale {
    return this.#options.language();
  }

  get content(): ProposalContent {
    return this.#content;
  }

  /** Where what is typed is kept on this device; undefined for nowhere. */
  get drafts(): Drafts | undefined {
    return this.#drafts;
  }

  get faults(): readonly FieldFault[] {
    return this.#sending?.faults ?? [];
  }

  get failed(): FailedSending | undefined {
    if (this.#lacksSending) return { fault: 'not_sent', retryAfter: null };
    return this.#sending?.failed;
  }

  get isSending(): boolean {
    return this.#awaitsSending || this.#sending?.isSending === true;
  }

  /** True while a draft of an earlier visit stands in the form. */
  get isRestored(): boolean {
    return this.#isRestored;
  }

  /** True when something stands in the form that would be missed. */
  get isTyped(): boolean {
    return isWorthKeeping(this.#content);
  }

  /** True when something typed is kept on this device. */
  get isKept(): boolean {
    return this.#drafts !== undefined && this.isTyped;
  }

  /** The receipt of what was just sent. */
  get receipt(): Receipt | undefined {
    return this.#sending?.receipt;
  }

  /**
   * Reads what the form asks, and the draft of an earlier visit. The latest call wins. What was typed in this
   * form stays in it, unless the page goes on to another one with a draft of its own.
   */
  async load(subject: FormSubject): Promise<void> {
    this.#subject = subject;
    this.#terms = undefined;
    this.#loadError = undefined;
    this.#siteBehind = undefined;
    this.changed();
    try {
      const [terms] = await Promise.all([ProposalTerms.read(subject), this.#drafts?.flush()]);
      const drafts = subject.drafts?.(terms.site);
      const draft = await drafts?.read();
      if (this.#subject !== subject) return;
      const isSameForm = drafts?.name === this.#drafts?.name;
      const typed = isSameForm && isWorthKeeping(this.#content) ? this.#content : undefined;
      this.#terms = terms;
      this.#drafts = drafts;
      this.#content = terms.completed({
        ...emptyContent,
        ...draft?.content,
        ...typed,
        session: subject.session || draft?.content.session || '',
        consent: false,
      });
      if (!terms.maySend) this.#options.onError(unlistedOrigin(subject.client), 'form');
      if (typed === undefined) {
        this.#isRestored = isWorthKeeping(this.#content);
        this.#attempt = draft?.attempt;
        this.#sending?.resume(this.#attempt);
      }
    } catch (error) {
      if (this.#subject !== subject || subject.signal.aborted) return;
      this.#loadError = error;
      this.#options.onError(error, 'form');
      this.#siteBehind = await siteBehind(subject.client, error);
      if (this.#subject !== subject) return;
    }
    this.changed();
  }

  /** Tries again to read what the form asks. */
  reload(): void {
    if (this.#subject) void this.load(this.#subject);
  }

  /** Goes on with what was read anew of site or consultations. */
  renew(terms: ProposalTerms): void {
    this.#terms = terms;
    this.#content = terms.completed(this.#content);
  }

  /** Takes what was typed or chosen. A fault goes as soon as it is mended; none comes before sending. */
  type(change: Partial<ProposalContent>): void {
    if (!this.#terms) return;
    if (this.isSending) {
      // What is on its way must be what stands in the form: what was changed goes back to where it was.
      this.changed();
      return;
    }
    const isText = change.title !== undefined || change.body !== undefined;
    this.#content = this.#terms.completed({
      ...this.#content,
      ...change,
      ...(isText && { language: this.language }),
    });
    if (this.isTyped) this.#options.onTyped();
    this.keep();
    this.#sending?.typed(change);
    this.changed();
  }

  /** Takes the answer to one of the consultation's own questions. */
  answer({ id }: Question, answer: TypedAnswer): void {
    this.type({ answers: new Map([...this.#content.answers, [id, answer]]) });
  }

  /** Puts `content` into the form in place of what stands there. */
  fill(content: ProposalContent): void {
    this.#content = this.#terms?.completed(content) ?? content;
  }

  /** Goes on without the session that the page names. */
  leaveSession(): void {
    this.#subject = { ...this.#subject!, session: '' };
    this.#content = { ...this.#content, session: '' };
  }

  /** What checks and sends is here. */
  join(sending: SendingController): void {
    this.#sending = sending;
    this.#lacksSending = false;
    sending.resume(this.#attempt);
    if (this.isTyped) sending.typed({});
  }

  /**
   * Sends what is typed. However often it is called, the same content becomes one proposal. `placeIssues` are
   * what the fields for places found wrong by themselves, such as a name that was typed and not chosen.
   */
  async send(placeIssues: readonly FieldIssue[] = []): Promise<void> {
    if (this.isSending || !this.#terms) return;
    if (!this.#sending) await this.#awaitSending();
    await this.#sending?.send(placeIssues);
  }

  /** Takes the draft off this device and empties the form. */
  async erase(): Promise<void> {
    if (this.isSending) return;
    this.empty();
    this.changed();
    await this.#drafts?.erase();
  }

  /** Leaves nothing in the form. */
  empty(): void {
    this.fill({ ...emptyContent, session: this.#subject?.session ?? '' });
    this.#isRestored = false;
    this.#lacksSending = false;
    this.#attempt = undefined;
    this.#sending?.end();
  }

  /** Keeps what is typed on this device soon, with the last press of send. */
  keep(): void {
    const { consent: _consent, ...content } = this.#content;
    if (this.isTyped) {
      const attempt = this.#sending ? this.#sending.attempt : this.#attempt;
      this.#drafts?.write({ content, attempt });
    } else {
      void this.#drafts?.erase();
    }
  }

  /** Nobody fills in the form any longer. */
  leave(): void {
    this.#drafts?.hold();
    if (!this.isSending) this.#sending?.rest();
  }

  /** Has the form drawn again. */
  changed(): void {
    this.#options.onChange();
  }

  async #awaitSending(): Promise<void> {
    this.#awaitsSending = true;
    this.#lacksSending = false;
    this.changed();
    await this.#options.loadSending();
    this.#awaitsSending = false;
    if (this.#sending) return;
    this.#lacksSending = true;
    this.changed();
    this.#options.onError(new Error('The sending part could not be loaded.'), 'proposal');
  }
}
