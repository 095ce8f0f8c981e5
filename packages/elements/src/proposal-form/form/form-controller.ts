import type { Consultation, Locale, Question, Receipt, Site } from '@nafida/contract';
import type { Attempt } from '../../submission/attempt-key.js';
import { siteBehind, unlistedOrigin } from '../../submission/sending-site.js';
import type { TypedAnswer } from '../../submission/questions/typed-answers.js';
import type { FailedOutcome } from '../../submission/submission.js';
import type { Drafts } from '../content/draft.js';
import type { ProposalContent } from '../content/proposal-content.js';
import { emptyContent, isWorthKeeping } from '../content/proposal-content.js';
import type { ProposalError } from '../submit/proposal-errors.js';
import type { ProposalIssue } from '../submit/proposal-issues.js';
import type { PlaceChoice } from '../terms/proposal-place.js';
import type { FormSubject } from '../terms/proposal-terms.js';
import { ProposalTerms } from '../terms/proposal-terms.js';

/** Where sending stands, as the form shows it. */
export interface SendingState {
  /** What is wrong with the fields. */
  readonly issues: readonly ProposalIssue[];
  /** Why the last press of send came to nothing. */
  readonly failed: FailedOutcome<ProposalError> | undefined;
  /** True while what is typed is on its way, and must stay as it is. */
  readonly isSending: boolean;
  /** The receipt of what was just sent. */
  readonly receipt: Receipt | undefined;
}

const idle: SendingState = { issues: [], failed: undefined, isSending: false, receipt: undefined };

/** What the form needs from its element. */
export interface FormOptions {
  readonly language: () => Locale;
  /** The form is to be drawn again. */
  readonly onChange: () => void;
  /** Something was typed or chosen. */
  readonly onTyped: (change: Partial<ProposalContent>) => void;
  /** A draft was taken up, or there is none. */
  readonly onDraft: () => void;
  readonly onError: (error: unknown) => void;
}

/**
 * The proposal form: what it asks, what is typed, and what it shows of sending. What checks and sends comes beside it, and
 * nothing here knows of it. Knows no DOM.
 */
export class FormController {
  readonly #options: FormOptions;
  #subject: FormSubject | undefined;
  #terms: ProposalTerms | undefined;
  #drafts: Drafts | undefined;
  #loadError: unknown;
  #siteBehind: Site | undefined;
  #content = emptyContent;
  /** The last press of send, to be kept with the draft. */
  #attempt: Attempt | undefined;
  #isRestored = false;
  #sending = idle;

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

  /** What can be chosen. */
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

  /** Where sending stands. */
  get sending(): SendingState {
    return this.#sending;
  }

  /** The last press of send; undefined before the first. */
  get attempt(): Attempt | undefined {
    return this.#attempt;
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
      if (!terms.maySend) this.#options.onError(unlistedOrigin(subject.client));
      if (typed === undefined) {
        this.#isRestored = isWorthKeeping(this.#content);
        this.#attempt = draft?.attempt;
        this.#options.onDraft();
      }
    } catch (error) {
      if (this.#subject !== subject || subject.signal.aborted) return;
      this.#loadError = error;
      this.#options.onError(error);
      this.#siteBehind = await siteBehind(subject.client, error);
      if (this.#subject !== subject) return;
    }
    this.changed();
  }

  /** Tries again to read what the form asks. */
  reload(): void {
    if (this.#subject) void this.load(this.#subject);
  }

  /** Takes what was typed or chosen. An issue goes as soon as it is mended; none comes before sending. */
  type(change: Partial<ProposalContent>): void {
    if (!this.#terms) return;
    if (this.#sending.isSending) {
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
    this.keep(this.#attempt);
    this.#options.onTyped(change);
    this.changed();
  }

  /** Takes the answer to one of the consultation's own questions. */
  answer({ id }: Question, answer: TypedAnswer): void {
    this.type({ answers: new Map([...this.#content.answers, [id, answer]]) });
  }

  /** Shows where sending stands by now. */
  show(change: Partial<SendingState>): void {
    this.#sending = { ...this.#sending, ...change };
    this.changed();
  }

  /** Puts `content` into the form in place of what stands there. */
  fill(content: ProposalContent): void {
    this.#content = this.#terms?.completed(content) ?? content;
    this.changed();
  }

  /** Continues with what was read anew of site or consultations. */
  renew(terms: ProposalTerms): void {
    this.#terms = terms;
    this.fill(this.#content);
  }

  /** Continues without the session that the page names. */
  leaveSession(): void {
    this.#subject = { ...this.#subject!, session: '' };
    this.#content = { ...this.#content, session: '' };
  }

  /** Keeps what is typed on this device soon, with the last press of send. */
  keep(attempt: Attempt | undefined): void {
    this.#attempt = attempt;
    const { consent: _consent, ...content } = this.#content;
    if (this.isTyped) this.#drafts?.write({ content, attempt });
    else void this.#drafts?.erase();
  }

  /** Leaves nothing in the form and on this device. */
  async empty(): Promise<void> {
    this.#isRestored = false;
    this.#attempt = undefined;
    this.fill({ ...emptyContent, session: this.#subject?.session ?? '' });
    this.show({ issues: [], failed: undefined });
    await this.#drafts?.erase();
  }

  /** Has the form drawn again. */
  changed(): void {
    this.#options.onChange();
  }
}
