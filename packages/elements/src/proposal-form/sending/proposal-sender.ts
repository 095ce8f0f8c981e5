import type { Answers, FieldIssue, ProposalInput, Receipt } from '@nafida/contract';
import type { ProposalContent } from '../content/proposal-content.js';
import type { FormController } from '../form/form-controller.js';
import type { Sender } from '../form/press-send.js';
import type { ProposalIssue } from '../submit/proposal-issues.js';
import { issuesFrom } from '../submit/proposal-issues.js';
import type {
  FinishedProposal,
  ProposalOutcome,
  ProposalSubmission,
} from '../submit/proposal-submission.js';
import { ProposalTerms } from '../terms/proposal-terms.js';

/** What sending tells what is around it. */
export interface ProposalSenderOptions {
  /** A proposal was stored: its receipt takes the place of the form. */
  readonly onSent: (receipt: Receipt) => void;
  readonly onError: (error: unknown, during: 'form' | 'proposal') => void;
}

/**
 * Hands what stands in a form to what checks and sends it, and shows in the form what came of it. It alone does: neither
 * the form nor the submission knows of the other. Knows no DOM.
 */
export class ProposalSender implements Sender {
  readonly #form: FormController;
  readonly #submission: ProposalSubmission;
  readonly #options: ProposalSenderOptions;

  constructor(
    form: FormController,
    submission: ProposalSubmission,
    options: ProposalSenderOptions,
  ) {
    this.#form = form;
    this.#submission = submission;
    this.#options = options;
    // That what sends had not come no longer holds.
    if (!form.sending.isSending) form.show({ failed: undefined });
    this.resume();
    if (form.isTyped) this.typed({});
  }

  /** Continues with the draft of an earlier visit, or with none. */
  resume(): void {
    this.#submission.resume(this.#form.attempt);
    if (this.#form.isTyped) this.#submission.prepare();
  }

  /** Something was typed: what sending takes is made ready, and what was mended is no longer wrong. */
  typed(change: Partial<ProposalContent>): void {
    const form = this.#form;
    if (form.isTyped) this.#submission.prepare(form.subject?.client);
    const { issues } = form.sending;
    if (issues.length === 0) return;
    form.show({ issues: this.#submission.stillWrong(issues, change, this.#finished()) });
  }

  /** See `pressSend`. */
  async send(placeIssues: readonly FieldIssue[]): Promise<void> {
    const form = this.#form;
    const outcome = await this.#submission.submit(this.#finished(placeIssues), async (input) => {
      if (input.session === undefined && form.content.session) form.leaveSession();
      form.keep(this.#submission.attempt);
      await form.drafts?.flush();
    });
    await this.#show(outcome);
  }

  /**
   * Looks at some of the fields before the form goes on to others; shows what is wrong with them and says whether
   * nothing is. What cannot be checked now, sending will check.
   */
  async verify(
    isAsked: (field: ProposalIssue['field']) => boolean,
    placeIssues: readonly FieldIssue[],
  ): Promise<boolean> {
    const found = await this.#submission.check(this.#finished(placeIssues));
    if (!found) return true;
    const issues = found.filter(({ field }) => isAsked(field));
    this.#form.show({ issues });
    return issues.length === 0;
  }

  /** Puts what was kept unsent back into the form; sent unchanged, it is the same attempt. */
  takeUp(input: ProposalInput, key: string): void {
    this.#form.fill(this.#submission.takeUp(input, key));
    this.#form.keep(this.#submission.attempt);
    if (input.answers) void this.#takeUpAnswers(input.answers);
  }

  /** Shows why what was taken up had been refused. */
  showIssues(issues: readonly FieldIssue[], code: string): void {
    this.#form.show({ issues: issuesFrom(issues, this.#form.consultation?.questions) });
    if (code === 'consent_outdated') this.#askConsent();
  }

  /** Shows the receipt of what was sent later; false where the form has something else to show. */
  showReceipt(receipt: Receipt): boolean {
    const { terms, sending } = this.#form;
    if (!terms || sending.receipt || sending.isSending) return false;
    this.#form.show({ receipt });
    this.#options.onSent(receipt);
    return true;
  }

  /** What stood in the form was thrown away. */
  end(): void {
    this.#submission.end();
  }

  /** Nobody fills in the form any longer. */
  rest(): void {
    if (!this.#form.sending.isSending) this.#submission.rest();
  }

  async #show(outcome: ProposalOutcome): Promise<void> {
    const { onSent, onError } = this.#options;
    if (outcome.sessionError !== undefined) onError(outcome.sessionError, 'proposal');
    switch (outcome.kind) {
      case 'sent': {
        const emptied = this.#form.empty();
        this.#form.show({ receipt: outcome.result });
        onSent(outcome.result);
        await emptied;
        return;
      }
      case 'queued': {
        const emptied = this.#form.empty();
        onError(outcome.error, 'proposal');
        await emptied;
        return;
      }
      case 'invalid':
        this.#form.show({ issues: outcome.issues });
        break;
      case 'failed':
        this.#form.show({ issues: [], failed: outcome });
        // Where its key stands for other content, the next try has another.
        this.#form.keep(this.#submission.attempt);
        if (outcome.reason === 'consent_outdated') this.#askConsent();
        else if (outcome.reason === 'questions_changed') void this.#renew();
    }
    if (outcome.error !== undefined) onError(outcome.error, 'proposal');
  }

  async #takeUpAnswers(given: Answers): Promise<void> {
    const form = this.#form;
    const questions = form.consultation?.questions ?? [];
    const answers = await this.#submission.typedAnswersOf(questions, given);
    if (!answers) return;
    form.fill({ ...form.content, answers });
    form.keep(this.#submission.attempt);
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
      // What was agreed to meanwhile was the notice before.
      if (renewed.site.privacy?.hash !== terms?.site.privacy?.hash) this.#withdrawConsent();
      form.renew(renewed);
    } catch (error) {
      this.#options.onError(error, 'form');
    }
  }

  /** Asks for consent to the notice as it is by now. */
  #askConsent(): void {
    this.#withdrawConsent();
    void this.#renew();
  }

  #withdrawConsent(): void {
    this.#form.fill({ ...this.#form.content, consent: false });
  }

  /** What stands in the form, for what checks and sends. */
  #finished(placeIssues: readonly FieldIssue[] = []): FinishedProposal {
    const { content, consultation, language, subject, site } = this.#form;
    const privacyHash = site?.privacy?.hash ?? '';
    return { client: subject!.client, content, consultation, language, privacyHash, placeIssues };
  }
}
