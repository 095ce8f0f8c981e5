import type { Client } from '@nafida/client';
import type {
  FieldIssue,
  Locale,
  Question,
  Registration,
  RegistrationInput,
  Session,
  Site,
} from '@nafida/contract';
import { shownQuestions } from '@nafida/contract';
import { maySend, readSendingSite, unlistedOrigin } from '../../submission/sending-site.js';
import type { FailedOutcome } from '../../submission/submission.js';
import { Submission } from '../../submission/submission.js';
import type { TypedAnswer } from '../../submission/questions/typed-answers.js';
import { answersOf } from '../../submission/questions/typed-answers.js';
import type { MessagePromise } from './held-registration.js';
import type { RegistrationContent, RegistrationIssue } from './registration-content.js';
import { emptyContent, inputOf, issuesFrom, issuesOf } from './registration-content.js';
import type { RegistrationError } from './registration-errors.js';
import { registrationErrors } from './registration-errors.js';

/** What the form needs from its element. */
export interface FormOptions {
  readonly client: () => Client | undefined;
  readonly language: () => Locale;
  /** The form is to be drawn again. */
  readonly onChange: () => void;
  /** False where the page does not want this to be sent. */
  readonly mayBeSent: (session: Session, input: RegistrationInput) => boolean;
  readonly onRegistered: (
    session: Session,
    registration: Registration,
    messages: MessagePromise,
  ) => void;
  readonly onError: (error: unknown) => void;
}

/** The registration form: what is typed, what is wrong with it, and sending it once. Knows no DOM. */
export class FormController {
  readonly #options: FormOptions;
  readonly #submission = new Submission<
    readonly [session: string, input: RegistrationInput],
    Registration,
    RegistrationError
  >({
    operation: 'createRegistration',
    create: (client, [session, input], options) =>
      client.sessions.register(session, input, options),
    ownErrors: registrationErrors,
  });
  #content = emptyContent;
  #issues: readonly RegistrationIssue[] = [];
  #failed: FailedOutcome<RegistrationError> | undefined;
  #isSending = false;
  #session: string | undefined;
  /** Those that the form asked when it was last sent. */
  #questions: readonly Question[] = [];
  #site: Site | undefined;
  #maySend = true;
  #siteError: unknown;

  constructor(options: FormOptions) {
    this.#options = options;
  }

  get content(): RegistrationContent {
    return this.#content;
  }

  get issues(): readonly RegistrationIssue[] {
    return this.#issues;
  }

  /** Whether the site takes what this page sends. */
  get maySend(): boolean {
    return this.#maySend;
  }

  get failed(): FailedOutcome<RegistrationError> | undefined {
    return this.#failed;
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  /** The site with its privacy notice; undefined until read. */
  get site(): Site | undefined {
    return this.#site;
  }

  /** Why the site could not be read; undefined while it can still come. */
  get siteError(): unknown {
    return this.#siteError;
  }

  /** Reads the site's notice, which nobody can register without. `fresh` when it is known to have changed. */
  async loadSite({ fresh = false } = {}): Promise<void> {
    const client = this.#options.client();
    if (!client || (this.#site && !fresh)) return;
    this.#siteError = undefined;
    try {
      const { privacy } = this.#site ?? {};
      this.#site = await readSendingSite(client, { fresh });
      // What was agreed to meanwhile was the notice before.
      if (this.#site.privacy?.hash !== privacy?.hash) this.#withdrawConsent();
      this.#maySend = maySend(client, this.#site);
      if (!this.#maySend) this.#options.onError(unlistedOrigin(client));
    } catch (error) {
      this.#siteError = error;
      this.#options.onError(error);
    }
    this.#options.onChange();
  }

  /** Begins with a session. Answers and places given for another one are not meant for this one. */
  begin(session: string): void {
    if (this.#session === session) return;
    this.#session = session;
    const { answers, places } = emptyContent;
    this.#content = { ...this.#content, answers, places };
  }

  /** The questions of `session` to ask now, after the answers given so far. */
  questionsOf({ registration }: Session): Question[] {
    const questions = registration?.questions ?? [];
    return shownQuestions(questions, answersOf(questions, this.#content.answers));
  }

  /** Takes the answer to a question. */
  answer({ id }: Question, answer: TypedAnswer): void {
    this.type({ answers: new Map([...this.#content.answers, [id, answer]]) });
  }

  /** Takes what was typed. An issue goes as soon as it is mended; none comes before sending. */
  type(change: Partial<RegistrationContent>): void {
    this.#content = { ...this.#content, ...change };
    const client = this.#options.client();
    if (client) this.#submission.prepare(client);
    if (this.#issues.length > 0) {
      const left = issuesOf(this.#input(), this.#questions);
      this.#issues = this.#issues.flatMap(({ field }) =>
        left.filter((issue) => issue.field === field),
      );
    }
    this.#options.onChange();
  }

  /**
   * Sends what is typed. However often it is called, the same content takes one seat. `placeIssues` are what the fields
   * for places found wrong by themselves.
   */
  async send(session: Session, placeIssues: readonly FieldIssue[] = []): Promise<void> {
    const client = this.#options.client();
    if (this.#isSending || !client) return;
    this.#questions = session.registration?.questions ?? [];
    const input = this.#input();
    this.#failed = undefined;
    this.#issues = issuesOf(input, this.#questions, placeIssues);
    if (this.#issues.length > 0 || !this.#options.mayBeSent(session, input)) {
      this.#options.onChange();
      return;
    }
    this.#isSending = true;
    this.#options.onChange();
    const outcome = await this.#submission.submit(client, [session.id, input], (issues) =>
      issuesFrom(issues, this.#questions),
    );
    if (outcome.kind === 'sent') {
      const messages = !this.#site?.sendsMail ? 'none' : input.email ? 'mail' : 'call';
      this.#content = emptyContent;
      this.#options.onRegistered(session, outcome.result, messages);
    } else {
      if (outcome.kind === 'invalid') this.#issues = outcome.issues;
      else this.#fail(outcome);
      this.#options.onError(outcome.error);
    }
    this.#isSending = false;
    this.#options.onChange();
  }

  /** The person leaves the form; what was typed stays for when they come back. */
  leave(): void {
    if (!this.#isSending) this.#submission.rest();
    this.#failed = undefined;
    this.#issues = [];
  }

  #fail(outcome: FailedOutcome<RegistrationError>): void {
    this.#failed = outcome;
    if (outcome.reason !== 'consent_outdated') return;
    this.#withdrawConsent();
    void this.loadSite({ fresh: true });
  }

  #withdrawConsent(): void {
    this.#content = { ...this.#content, consent: false };
  }

  #input(): RegistrationInput {
    return inputOf(this.#content, {
      language: this.#options.language(),
      privacyHash: this.#site?.privacy?.hash ?? '',
      questions: this.#questions,
    });
  }
}
