import { isNafidaError } from '@nafida/client/core.js';
import type {
  Answers,
  Consultation,
  FieldIssue,
  Locale,
  ProposalInput,
  Question,
  Receipt,
  Site,
} from '@nafida/contract';
import type { TypedAnswer } from '../submission/questions/typed-answers.js';
import type { Drafts } from './draft-store.js';
import type { Unsent } from './outbox/outbox-controller.js';
import { ProposalAttempt } from './proposal-attempt.js';
import type { FieldFault, ProposalContent } from './proposal-content.js';
import {
  contentOf,
  emptyContent,
  faultsFrom,
  inputOf,
  isWorthKeeping,
} from './proposal-content.js';
import type { PlaceChoice } from './proposal-place.js';
import type { FormSubject } from './proposal-terms.js';
import { ProposalTerms } from './proposal-terms.js';
import type { SendingFault } from './sending-fault.js';

/** What the form needs of what is around it. */
export interface FormOptions {
  readonly language: () => Locale;
  /** The form is to be drawn again. */
  readonly onChange: () => void;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (input: ProposalInput) => boolean;
  /** Somebody began to write, or goes on: sending may come. */
  readonly onTyped: () => void;
  /** Keeps what could not be sent for lack of a connection; false where that cannot be done. */
  readonly keepUnsent: (unsent: Unsent) => Promise<boolean>;
  /** Sends the files that go with a proposal, and names them in it; undefined where one of them is not taken. */
  readonly complete: (input: ProposalInput) => Promise<ProposalInput | undefined>;
  readonly onSent: (receipt: Receipt) => void;
  readonly onError: (error: unknown, during: 'form' | 'proposal') => void;
}

/** What happened to the last attempt to send. */
export interface FailedSending {
  readonly fault: SendingFault;
  /** Seconds the server asked to wait; null when it did not. */
  readonly retryAfter: number | null;
}

type ProposalCheck = typeof import('./proposal-check.js');

/** The proposal form: what it asks, what is typed, what is wrong with it, and sending it once. Knows no DOM. */
export class FormController {
  readonly #options: FormOptions;
  readonly #attempt = new ProposalAttempt();
  #check: ProposalCheck | undefined;
  #subject: FormSubject | undefined;
  #terms: ProposalTerms | undefined;
  #drafts: Drafts | undefined;
  #loadError: unknown;
  #content = emptyContent;
  #faults: readonly FieldFault[] = [];
  #failed: FailedSending | undefined;
  #isSending = false;
  #isRestored = false;
  #receipt: Receipt | undefined;

  constructor(options: FormOptions) {
    this.#options = options;
  }

  /** The site with its privacy notice; undefined until everything the form asks is known. */
  get site(): Site | undefined {
    return this.#terms?.site;
  }

  /** Why the form could not be read; undefined while it can still come. */
  get loadError(): unknown {
    return this.#loadError;
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

  get content(): ProposalContent {
    return this.#content;
  }

  get faults(): readonly FieldFault[] {
    return this.#faults;
  }

  get failed(): FailedSending | undefined {
    return this.#failed;
  }

  get isSending(): boolean {
    return this.#isSending;
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
    return this.#receipt;
  }

  /**
   * Reads what the form asks, and the draft of an earlier visit. The latest call wins. What was typed in this
   * form stays in it, unless the page goes on to another one with a draft of its own.
   */
  async load(subject: FormSubject): Promise<void> {
    this.#subject = subject;
    this.#terms = undefined;
    this.#loadError = undefined;
    this.#options.onChange();
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
      if (typed === undefined) {
        this.#isRestored = isWorthKeeping(this.#content);
        this.#attempt.resume(draft?.attempt);
      }
    } catch (error) {
      if (this.#subject !== subject || subject.signal.aborted) return;
      this.#loadError = error;
      this.#options.onError(error, 'form');
    }
    this.#options.onChange();
  }

  /** Tries again to read what the form asks. */
  reload(): void {
    if (this.#subject) void this.load(this.#subject);
  }

  /** Takes what was typed or chosen. A fault goes as soon as it is mended; none comes before sending. */
  type(change: Partial<ProposalContent>): void {
    if (!this.#terms) return;
    if (this.#isSending) {
      // What is on its way must be what stands in the form: a tick goes back to where it was.
      this.#options.onChange();
      return;
    }
    const isText = change.title !== undefined || change.body !== undefined;
    this.#content = this.#terms.completed({
      ...this.#content,
      ...change,
      ...(isText && { language: this.#options.language() }),
    });
    if (this.isTyped) {
      this.#attempt.prepare(this.#subject!.client);
      this.#options.onTyped();
      void this.#loadCheck();
    }
    this.#keep();
    this.#mend(change);
    this.#options.onChange();
  }

  /** Takes the answer to one of the consultation's own questions. */
  answer({ id }: Question, answer: TypedAnswer): void {
    this.type({ answers: new Map([...this.#content.answers, [id, answer]]) });
  }

  /**
   * Sends what is typed. However often it is called, the same content becomes one proposal. `placeIssues` are
   * what the fields for places found wrong by themselves, such as a name that was typed and not chosen.
   */
  async send(placeIssues: readonly FieldIssue[] = []): Promise<void> {
    if (this.#isSending || !this.#terms) return;
    this.#failed = undefined;
    this.#isSending = true;
    try {
      const check = this.#check ?? (await this.#loadCheck());
      if (!check) {
        this.#failed = { fault: 'not_sent', retryAfter: null };
        this.#options.onError(new Error('The check of proposals could not be loaded.'), 'proposal');
        return;
      }
      this.#faults = this.#findFaults(check, placeIssues);
      const input = this.#input(check);
      if (!input || this.#faults.length > 0 || !this.#options.mayBeSent(input)) return;
      await this.#deliver(input);
    } finally {
      this.#isSending = false;
      this.#options.onChange();
    }
  }

  /**
   * Looks at some of the fields before the form goes on to others; shows what is wrong with them and says whether
   * nothing is. What cannot be checked now, sending will check.
   */
  async verify(
    isAsked: (field: FieldFault['field']) => boolean,
    placeIssues: readonly FieldIssue[] = [],
  ): Promise<boolean> {
    const check = this.#check ?? (await this.#loadCheck());
    if (!check) return true;
    this.#faults = this.#findFaults(check, placeIssues).filter(({ field }) => isAsked(field));
    this.#options.onChange();
    return this.#faults.length === 0;
  }

  async #deliver(input: ProposalInput): Promise<void> {
    this.#options.onChange();
    let complete: ProposalInput | undefined;
    try {
      complete = await this.#options.complete(input);
      if (!complete) return;
      this.#attempt.keyFor(complete);
      this.#keep();
      await this.#drafts?.flush();
      const receipt = await this.#attempt.send(this.#subject!.client, complete);
      this.#receipt = receipt;
      this.#empty();
      this.#options.onSent(receipt);
      await this.#drafts?.erase();
    } catch (error) {
      if (input.session !== undefined && isOfSession(error)) {
        const { session: _unknown, ...rest } = input;
        this.#leaveSession(error);
        await this.#deliver(rest);
        return;
      }
      if (!(await this.#keepUnsent(error, input, complete))) this.#take(error);
      this.#options.onError(error, 'proposal');
    }
  }

  /** The page names a session that the agenda does not have: that is not the fault of whoever writes. */
  #leaveSession(error: unknown): void {
    this.#subject = { ...this.#subject!, session: '' };
    this.#content = { ...this.#content, session: '' };
    this.#options.onError(error, 'proposal');
  }

  /** Puts what was kept unsent back into the form; sent unchanged, it is the same attempt. */
  takeUp(input: ProposalInput, key: string): void {
    this.#attempt.takeUp(input, key);
    this.#content = this.#completed(contentOf(input));
    this.#keep();
    this.#options.onChange();
    if (input.answers) void this.#takeUpAnswers(input.answers);
  }

  async #takeUpAnswers(answers: Answers): Promise<void> {
    const check = await this.#loadCheck();
    if (!check) return;
    this.#content = {
      ...this.#content,
      answers: check.typedAnswersOf(this.consultation?.questions ?? [], answers),
    };
    this.#keep();
    this.#options.onChange();
  }

  /** Shows why what was taken up had been refused. */
  takeRefusal(code: string, issues: readonly FieldIssue[]): void {
    this.#faults = faultsFrom(issues, this.consultation?.questions);
    if (code === 'consent_outdated') void this.#renew('site');
    this.#options.onChange();
  }

  /** Shows the receipt of what was sent later; false where the form has something else to show. */
  showReceipt(receipt: Receipt): boolean {
    if (!this.#terms || this.#receipt || this.#isSending) return false;
    this.#receipt = receipt;
    this.#options.onSent(receipt);
    return true;
  }

  /** Empties the form for another proposal. */
  startOver(): void {
    this.#receipt = undefined;
    this.#options.onChange();
  }

  /** Takes the draft off this device and empties the form. */
  async erase(): Promise<void> {
    if (this.#isSending) return;
    this.#empty();
    this.#options.onChange();
    await this.#drafts?.erase();
  }

  /** The page may be about to go: what was typed is kept now. */
  keepNow(): void {
    void this.#drafts?.flush();
  }

  /** Nobody fills in the form any longer. */
  leave(): void {
    this.keepNow();
    if (!this.#isSending) this.#attempt.rest();
  }

  /** What proposals are checked with; loaded with the first words, while there is a connection. */
  async #loadCheck(): Promise<ProposalCheck | undefined> {
    try {
      this.#check ??= await import('./proposal-check.js');
    } catch {
      // Sending tries again, and says so.
    }
    return this.#check;
  }

  /** Hands over what a lost or faulty line kept from arriving. */
  async #keepUnsent(
    error: unknown,
    input: ProposalInput,
    complete: ProposalInput | undefined,
  ): Promise<boolean> {
    if (!this.#attempt.isLostOnTheLine(error)) return false;
    const sent = complete ?? input;
    // While its files were on their way the proposal itself was not.
    const maybeSent = complete !== undefined && this.#attempt.faultOf(error) === 'maybe_sent';
    const unsent = { input: sent, idempotencyKey: this.#attempt.keyFor(sent), maybeSent };
    if (!(await this.#options.keepUnsent(unsent))) return false;
    this.#empty();
    await this.#drafts?.erase();
    return true;
  }

  #keep(): void {
    const { consent: _consent, ...content } = this.#content;
    if (isWorthKeeping(this.#content)) {
      this.#drafts?.write({ content, attempt: this.#attempt.kept });
    } else {
      void this.#drafts?.erase();
    }
  }

  #empty(): void {
    const { session = '' } = this.#subject ?? {};
    this.#content = this.#completed({ ...emptyContent, session });
    this.#faults = [];
    this.#failed = undefined;
    this.#isRestored = false;
    this.#attempt.end();
  }

  #completed(content: ProposalContent): ProposalContent {
    return this.#terms?.completed(content) ?? content;
  }

  #findFaults(check: ProposalCheck, placeIssues: readonly FieldIssue[] = []): FieldFault[] {
    const { consultation } = this;
    const input = this.#input(check);
    if (!consultation || !input) return faultsFrom([{ path: 'consultation', code: 'required' }]);
    return check.faultsOf(input, consultation, placeIssues);
  }

  /** Looks again at the fields that were changed; what the server found wrong with the others stands. */
  #mend(change: Partial<ProposalContent>): void {
    if (this.#faults.length === 0 || !this.#check) return;
    const left = this.#findFaults(this.#check);
    // Another consultation asks other things.
    const isConcerned = (field: FieldFault['field']) =>
      field.split('.')[0]! in change || 'consultation' in change;
    this.#faults = this.#faults.flatMap((fault) =>
      isConcerned(fault.field) ? left.filter(({ field }) => field === fault.field) : [fault],
    );
  }

  #take(error: unknown): void {
    const problem = isNafidaError(error) && error.kind === 'problem' ? error : undefined;
    if (problem && problem.issues.length > 0) {
      this.#faults = faultsFrom(problem.issues, this.consultation?.questions);
      if (this.#faults.length > 0) return;
    }
    // The server asks other questions than this page does: staff changed them meanwhile.
    const isChanged = problem?.issues.some(({ path }) => path.startsWith('answers.')) ?? false;
    if (isChanged) void this.#renew('consultations');
    const fault = isChanged ? 'questions_changed' : this.#attempt.faultOf(error);
    this.#failed = { fault, retryAfter: problem?.retryAfter ?? null };
    if (fault === 'consent_outdated') void this.#renew('site');
  }

  /**
   * What the form asks changed since it was read, and is asked anew: consent to another notice, or other questions,
   * where what was answered stands as far as it still fits.
   */
  async #renew(what: 'site' | 'consultations'): Promise<void> {
    const subject = this.#subject;
    if (what === 'site') this.#content = { ...this.#content, consent: false };
    try {
      const terms = await this.#terms!.renewed(what);
      if (this.#subject !== subject) return;
      this.#terms = terms;
      this.#content = terms.completed(this.#content);
    } catch (error) {
      this.#options.onError(error, 'form');
    }
    this.#options.onChange();
  }

  /** Undefined until a consultation is chosen. */
  #input(check: ProposalCheck): ProposalInput | undefined {
    const { consultation } = this;
    if (!consultation) return undefined;
    return inputOf(this.#content, {
      language: this.#options.language(),
      privacyHash: this.site?.privacy?.hash ?? '',
      consultation,
      answers: check.answersOf(consultation.questions, this.#content.answers),
    });
  }
}

function isOfSession(error: unknown): boolean {
  return (
    isNafidaError(error) &&
    error.kind === 'problem' &&
    error.issues.some(({ path }) => path === 'session')
  );
}
