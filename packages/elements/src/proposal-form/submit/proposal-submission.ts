import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client/core.js';
import type { SealedFile } from '@nafida/client/outbox';
import type {
  Answers,
  Consultation,
  FieldIssue,
  Locale,
  ProposalInput,
  Question,
  Receipt,
} from '@nafida/contract';
import type { Attempt } from '../../submission/attempt-key.js';
import type { TypedAnswers } from '../../submission/questions/typed-answers.js';
import type { Outcome } from '../../submission/submission.js';
import { notSent, Submission } from '../../submission/submission.js';
import type { ProposalContent } from '../content/proposal-content.js';
import type { ProposalError } from './proposal-errors.js';
import { proposalErrors } from './proposal-errors.js';
import { contentOf, inputOf } from './proposal-input.js';
import type { ProposalIssue } from './proposal-issues.js';
import { issuesFrom } from './proposal-issues.js';

/** A proposal as it stands in a form, with what it takes to send it. */
export interface FinishedProposal {
  readonly client: Client;
  readonly content: ProposalContent;
  /** Undefined until one is chosen. */
  readonly consultation: Consultation | undefined;
  /** Language of the page now. */
  readonly language: Locale;
  /** Hash of the notice that stands in the form; empty when there is none. */
  readonly privacyHash: string;
  /** What the fields for places found wrong by themselves. */
  readonly placeIssues: readonly FieldIssue[];
}

/** A proposal whose sending failed for lack of a connection. */
export interface Unsent {
  readonly input: ProposalInput;
  readonly idempotencyKey: string;
  readonly maybeSent: boolean;
  /** Photos and documents that go before it; `input` does not name them. */
  readonly files?: readonly SealedFile[];
}

/** The outcome of sending a proposal. */
export type ProposalOutcome = Outcome<Receipt, ProposalIssue, ProposalError> & {
  /** The page names a session that the agenda does not have, which this answered: it went on without. */
  readonly sessionError?: unknown;
};

/** What sending needs from its element. */
export interface ProposalSubmissionOptions {
  /** Something is written: sending may come, and the connection may have gone by then. */
  readonly prepare: () => void;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (input: ProposalInput) => boolean;
  /** Keeps what could not be sent for lack of a connection; false where that cannot be done. */
  readonly queue: (unsent: Unsent) => Promise<boolean>;
  /** What is chosen to go with the proposal; what answers a question names it. */
  readonly files: () => readonly { readonly question?: string | undefined }[];
  /** Sends the files that go with a proposal, and names them in it; undefined where one of them is not taken. */
  readonly upload: (
    client: Client,
    consultation: Consultation,
    input: ProposalInput,
  ) => Promise<ProposalInput | undefined>;
  /** A file that the proposal named was deleted meanwhile: the next try sends it anew. */
  readonly forgetUploads: () => void;
}

type ProposalCheck = typeof import('./proposal-check.js');

/** Checks and sends one proposal, however often it is tried, and says what came of it. Knows no form. */
export class ProposalSubmission {
  readonly #options: ProposalSubmissionOptions;
  readonly #submission = new Submission<ProposalInput, Receipt, ProposalError>({
    operation: 'createProposal',
    create: (client, input, options) => client.proposals.create(input, options),
    ownErrors: proposalErrors,
  });
  #check: ProposalCheck | undefined;

  constructor(options: ProposalSubmissionOptions) {
    this.#options = options;
  }

  /** The last press of send, to be kept with the draft; undefined before the first. */
  get attempt(): Attempt | undefined {
    return this.#submission.attempt;
  }

  /** Continues with what an earlier visit began, or with nothing. */
  resume(attempt: Attempt | undefined): void {
    this.#submission.resume(attempt);
  }

  /** Gets ready what sending takes; with a client the proof of work, too. */
  prepare(client?: Client): void {
    if (client) this.#submission.prepare(client);
    this.#options.prepare();
    void this.#loadCheck();
  }

  /** Nobody fills in the form any longer. */
  rest(): void {
    this.#submission.rest();
  }

  /** What stood in the form was sent, or thrown away. */
  end(): void {
    this.#submission.end();
  }

  /**
   * Sends a proposal, once and only where nothing in it is wrong. `onLeave` is called with exactly what is about to
   * leave: its key must outlive the page before it does, or a page that is loaded anew could send the same twice.
   */
  async submit(
    proposal: FinishedProposal,
    onLeave: (input: ProposalInput) => Promise<void>,
  ): Promise<ProposalOutcome> {
    const check = await this.#loadCheck();
    if (!check) return notSent(new Error('The check of proposals could not be loaded.'));
    const issues = this.#issuesOf(check, proposal);
    const input = inputFrom(check, proposal);
    if (!input || issues.length > 0 || !this.#options.mayBeSent(input)) {
      return { kind: 'invalid', issues };
    }
    return this.#deliver(proposal, input, onLeave);
  }

  /** What is wrong with a proposal; undefined where what says so cannot be loaded. */
  async check(proposal: FinishedProposal): Promise<readonly ProposalIssue[] | undefined> {
    const check = await this.#loadCheck();
    return check && this.#issuesOf(check, proposal);
  }

  /** What is left of `issues` once some fields were changed; what the server found wrong with the others stands. */
  stillWrong(
    issues: readonly ProposalIssue[],
    change: Partial<ProposalContent>,
    proposal: FinishedProposal,
  ): readonly ProposalIssue[] {
    if (issues.length === 0 || !this.#check) return issues;
    const left = this.#issuesOf(this.#check, proposal);
    // Another consultation asks other things.
    const isConcerned = (field: ProposalIssue['field']) =>
      field.split('.')[0]! in change || 'consultation' in change;
    return issues.flatMap((issue) =>
      isConcerned(issue.field) ? left.filter(({ field }) => field === issue.field) : [issue],
    );
  }

  /** What stands in a form that goes on with what was kept unsent, answers apart: unchanged, it is the same attempt. */
  takeUp(input: ProposalInput, key: string): ProposalContent {
    this.#submission.takeUp(input, key);
    return contentOf(input);
  }

  /** Answers that were sent, as they stand in a form; undefined where what reads them cannot be loaded. */
  async typedAnswersOf(
    questions: readonly Question[],
    answers: Answers,
  ): Promise<TypedAnswers | undefined> {
    return (await this.#loadCheck())?.typedAnswersOf(questions, answers);
  }

  async #deliver(
    { client, consultation, ...rest }: FinishedProposal,
    input: ProposalInput,
    onLeave: (input: ProposalInput) => Promise<void>,
  ): Promise<ProposalOutcome> {
    const { questions } = consultation!;
    const placeIssues = (issues: readonly FieldIssue[]) => issuesFrom(issues, questions);
    let complete: ProposalInput | undefined;
    let outcome: ProposalOutcome;
    try {
      complete = await this.#options.upload(client, consultation!, input);
      if (!complete) return { kind: 'invalid', issues: [] };
      this.#submission.keyFor(complete);
      await onLeave(complete);
      outcome = await this.#submission.submit(client, complete, placeIssues);
    } catch (error) {
      outcome = this.#submission.outcomeOf(error, placeIssues);
    }
    if (outcome.kind === 'sent') return outcome;
    const { error } = outcome;
    const names = (path: string) => issuesIn(error).some((issue) => issue.path.startsWith(path));
    if (names('attachments.')) this.#options.forgetUploads();
    if (input.session !== undefined && names('session')) {
      // The author cannot do anything about that.
      const { session: _unknown, ...without } = input;
      const next = await this.#deliver({ client, consultation, ...rest }, without, onLeave);
      return { ...next, sessionError: error };
    }
    return (await this.#queue(outcome, input, complete)) ?? outcome;
  }

  /** Hands over what a lost or faulty line kept from arriving. */
  async #queue(
    outcome: ProposalOutcome,
    input: ProposalInput,
    complete: ProposalInput | undefined,
  ): Promise<ProposalOutcome | undefined> {
    if (outcome.kind !== 'failed') return undefined;
    const { reason, error } = outcome;
    if (!this.#submission.isLostOnTheLine(error)) return undefined;
    const sent = complete ?? input;
    // While its files were on their way the proposal itself was not.
    const maybeSent = complete !== undefined && reason === 'maybe_sent';
    const unsent = { input: sent, idempotencyKey: this.#submission.keyFor(sent), maybeSent };
    if (!(await this.#options.queue(unsent))) return undefined;
    this.#submission.end();
    return { kind: 'queued', error };
  }

  #issuesOf(check: ProposalCheck, proposal: FinishedProposal): ProposalIssue[] {
    const { consultation, placeIssues } = proposal;
    const input = inputFrom(check, proposal);
    if (!consultation || !input) return issuesFrom([{ path: 'consultation', code: 'required' }]);
    const files = this.#options.files();
    return check.issuesOf(input, consultation, { files, others: placeIssues });
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
}

/** Undefined until a consultation is chosen. */
function inputFrom(check: ProposalCheck, proposal: FinishedProposal): ProposalInput | undefined {
  const { consultation, content, language, privacyHash } = proposal;
  if (!consultation) return undefined;
  const answers = check.answersOf(consultation.questions, content.answers);
  return inputOf(content, { language, privacyHash, consultation, answers });
}

/** What the server found wrong with what was sent. */
function issuesIn(error: unknown): readonly FieldIssue[] {
  return isNafidaError(error) && error.kind === 'problem' ? error.issues : [];
}
