import { isNafidaError } from '@nafida/client/core.js';
import type { Answers, FieldIssue, ProposalInput, Receipt } from '@nafida/contract';
import type { Attempt } from '../../submission/attempt-key.js';
import type { FormController } from '../form-controller.js';
import type { Unsent } from '../outbox/outbox-controller.js';
import type { ProposalContent } from '../proposal-content.js';
import { ProposalTerms } from '../proposal-terms.js';
import type { FieldFault } from './field-faults.js';
import { faultsFrom } from './field-faults.js';
import { ProposalAttempt } from './proposal-attempt.js';
import { contentOf, inputOf } from './proposal-input.js';
import type { SendingFault } from './sending-fault.js';

/** What sending needs of what is around it. */
export interface SendingOptions {
  /** Something stands in the form: sending may come, and the connection may have gone by then. */
  readonly prepare: () => void;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (input: ProposalInput) => boolean;
  /** Keeps what could not be sent for lack of a connection; false where that cannot be done. */
  readonly keepUnsent: (unsent: Unsent) => Promise<boolean>;
  /** What is chosen to go with the proposal; what answers a question names it. */
  readonly files: () => readonly { readonly question?: string | undefined }[];
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

/** What is wrong with what stands in a form, sending it once, and what came of it. Knows no DOM. */
export class SendingController {
  readonly #form: FormController;
  readonly #options: SendingOptions;
  readonly #attempt = new ProposalAttempt();
  #check: ProposalCheck | undefined;
  #faults: readonly FieldFault[] = [];
  #failed: FailedSending | undefined;
  #isSending = false;
  #receipt: Receipt | undefined;

  constructor(form: FormController, options: SendingOptions) {
    this.#form = form;
    this.#options = options;
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

  /** The receipt of what was just sent. */
  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  /** The last press of send, to be kept with the draft; undefined before the first. */
  get attempt(): Attempt | undefined {
    return this.#attempt.kept;
  }

  /** Goes on with what an earlier visit began, or with nothing. */
  resume(attempt: Attempt | undefined): void {
    this.#attempt.resume(attempt);
    if (this.#form.isTyped) this.#prepare();
  }

  /** Something was typed: what sending takes is made ready, and what was mended is no longer wrong. */
  typed(change: Partial<ProposalContent>): void {
    if (this.#form.isTyped) {
      this.#attempt.prepare(this.#form.subject!.client);
      this.#prepare();
    }
    this.#mend(change);
  }

  /** See `FormController.send`. */
  async send(placeIssues: readonly FieldIssue[]): Promise<void> {
    if (this.#isSending || !this.#form.terms) return;
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
      this.#form.changed();
    }
  }

  /**
   * Looks at some of the fields before the form goes on to others; shows what is wrong with them and says whether
   * nothing is.
   */
  async verify(
    isAsked: (field: FieldFault['field']) => boolean,
    placeIssues: readonly FieldIssue[],
  ): Promise<boolean> {
    const check = this.#check ?? (await this.#loadCheck());
    if (!check) return true;
    this.#faults = this.#findFaults(check, placeIssues).filter(({ field }) => isAsked(field));
    this.#form.changed();
    return this.#faults.length === 0;
  }

  /** Puts what was kept unsent back into the form; sent unchanged, it is the same attempt. */
  takeUp(input: ProposalInput, key: string): void {
    this.#attempt.takeUp(input, key);
    this.#form.fill(contentOf(input));
    this.#form.keep();
    this.#form.changed();
    if (input.answers) void this.#takeUpAnswers(input.answers);
  }

  /** Shows why what was taken up had been refused. */
  takeRefusal(code: string, issues: readonly FieldIssue[]): void {
    this.#faults = faultsFrom(issues, this.#form.consultation?.questions);
    if (code === 'consent_outdated') this.#askConsent();
    this.#form.changed();
  }

  /** Shows the receipt of what was sent later; false where the form has something else to show. */
  showReceipt(receipt: Receipt): boolean {
    if (!this.#form.terms || this.#receipt || this.#isSending) return false;
    this.#receipt = receipt;
    this.#options.onSent(receipt);
    return true;
  }

  /** Makes room for another proposal. */
  startOver(): void {
    this.#receipt = undefined;
    this.#form.changed();
  }

  /** Nobody fills in the form any longer. */
  rest(): void {
    this.#attempt.rest();
  }

  /** What stood in the form was sent, or thrown away. */
  end(): void {
    this.#faults = [];
    this.#failed = undefined;
    this.#attempt.end();
  }

  async #deliver(input: ProposalInput): Promise<void> {
    this.#form.changed();
    let complete: ProposalInput | undefined;
    try {
      complete = await this.#options.complete(input);
      if (!complete) return;
      this.#attempt.keyFor(complete);
      this.#form.keep();
      await this.#form.drafts?.flush();
      const receipt = await this.#attempt.send(this.#form.subject!.client, complete);
      this.#receipt = receipt;
      this.#form.empty();
      this.#options.onSent(receipt);
      await this.#form.drafts?.erase();
    } catch (error) {
      if (input.session !== undefined && isOfSession(error)) {
        // The page names a session that the agenda does not have: that is not the fault of whoever writes.
        const { session: _unknown, ...rest } = input;
        this.#form.leaveSession();
        this.#options.onError(error, 'proposal');
        await this.#deliver(rest);
        return;
      }
      if (!(await this.#keepUnsent(error, input, complete))) this.#take(error);
      this.#options.onError(error, 'proposal');
    }
  }

  #prepare(): void {
    this.#options.prepare();
    void this.#loadCheck();
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
    this.#form.empty();
    await this.#form.drafts?.erase();
    return true;
  }

  async #takeUpAnswers(answers: Answers): Promise<void> {
    const check = await this.#loadCheck();
    if (!check) return;
    const form = this.#form;
    form.fill({
      ...form.content,
      answers: check.typedAnswersOf(form.consultation?.questions ?? [], answers),
    });
    form.keep();
    form.changed();
  }

  #findFaults(check: ProposalCheck, placeIssues: readonly FieldIssue[] = []): FieldFault[] {
    const { consultation } = this.#form;
    const input = this.#input(check);
    if (!consultation || !input) return faultsFrom([{ path: 'consultation', code: 'required' }]);
    return check.faultsOf(input, consultation, {
      files: this.#options.files(),
      others: placeIssues,
    });
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
      this.#faults = faultsFrom(problem.issues, this.#form.consultation?.questions);
      if (this.#faults.length > 0) return;
    }
    // The server asks other questions than this page does: staff changed them meanwhile.
    const isChanged = problem?.issues.some(({ path }) => path.startsWith('answers.')) ?? false;
    if (isChanged) void this.#renew();
    const fault = isChanged ? 'questions_changed' : this.#attempt.faultOf(error);
    this.#failed = { fault, retryAfter: problem?.retryAfter ?? null };
    if (fault === 'consent_outdated') this.#askConsent();
  }

  /**
   * What the form asks changed since it was read, and is asked anew: consent to another notice, or other questions,
   * where what was answered stands as far as it still fits.
   */
  async #renew(): Promise<void> {
    const form = this.#form;
    const { terms } = form;
    try {
      const renewed = await ProposalTerms.read(form.subject!, { fresh: true });
      if (form.terms !== terms) return;
      form.renew(renewed);
      // What was agreed to meanwhile was the notice before.
      if (renewed.site.privacy?.hash !== terms?.site.privacy?.hash) this.#withdrawConsent();
    } catch (error) {
      this.#options.onError(error, 'form');
    }
    form.changed();
  }

  /** Asks for consent to the notice as it is by now. */
  #askConsent(): void {
    this.#withdrawConsent();
    void this.#renew();
  }

  #withdrawConsent(): void {
    this.#form.fill({ ...this.#form.content, consent: false });
  }

  /** Undefined until a consultation is chosen. */
  #input(check: ProposalCheck): ProposalInput | undefined {
    const { consultation, content, language, site } = this.#form;
    if (!consultation) return undefined;
    return inputOf(content, {
      language,
      privacyHash: site?.privacy?.hash ?? '',
      consultation,
      answers: check.answersOf(consultation.questions, content.answers),
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
