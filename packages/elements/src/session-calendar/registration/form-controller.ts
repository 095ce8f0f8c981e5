import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client/core.js';
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
import { AttemptKey } from '../../submission/attempt-key.js';
import { BackgroundProof } from '../../submission/background-proof.js';
import { maySend, readSendingSite, unlistedOrigin } from '../../submission/sending-site.js';
import type { TypedAnswer } from '../../submission/questions/typed-answers.js';
import { answersOf } from '../../submission/questions/typed-answers.js';
import type { MessagePromise } from './held-registration.js';
import type { FieldFault, RegistrationContent } from './registration-content.js';
import { emptyContent, faultsFrom, faultsOf, inputOf } from './registration-content.js';
import type { SendingFault } from './sending-fault.js';
import { sendingFaultOf } from './sending-fault.js';

/** What the form needs of what is around it. */
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

/** What happened to the last attempt to send. */
export interface FailedSending {
  readonly fault: SendingFault;
  /** Seconds the server asked to wait; null when it did not. */
  readonly retryAfter: number | null;
}

/** The registration form: what is typed, what is wrong with it, and sending it once. Knows no DOM. */
export class FormController {
  readonly #options: FormOptions;
  readonly #key = new AttemptKey();
  readonly #proof = new BackgroundProof('createRegistration');
  #content = emptyContent;
  #faults: readonly FieldFault[] = [];
  #failed: FailedSending | undefined;
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

  get faults(): readonly FieldFault[] {
    return this.#faults;
  }

  /** Whether the site takes what this page sends. */
  get maySend(): boolean {
    return this.#maySend;
  }

  get failed(): FailedSending | undefined {
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

  /** Takes what was typed. A fault goes as soon as it is mended; none comes before sending. */
  type(change: Partial<RegistrationContent>): void {
    this.#content = { ...this.#content, ...change };
    const client = this.#options.client();
    if (client) this.#proof.start(client);
    if (this.#faults.length > 0) {
      const left = faultsOf(this.#input(), this.#questions);
      this.#faults = this.#faults.flatMap(({ field }) =>
        left.filter((fault) => fault.field === field),
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
    this.#faults = faultsOf(input, this.#questions, placeIssues);
    if (this.#faults.length > 0 || !this.#options.mayBeSent(session, input)) {
      this.#options.onChange();
      return;
    }
    this.#isSending = true;
    this.#options.onChange();
    let hasLeft = false;
    try {
      const proof =
        (await this.#proof.take()) ?? (await client.challenges.solve('createRegistration'));
      hasLeft = true;
      // Without a signal: a person who leaves the page in this moment has still pressed send.
      const registration = await client.sessions.register(session.id, input, {
        idempotencyKey: this.#key.for([session.id, input]),
        proof,
      });
      const messages = !this.#site?.sendsMail ? 'none' : input.email ? 'mail' : 'call';
      this.#content = emptyContent;
      this.#key.restore(undefined);
      this.#proof.drop();
      this.#options.onRegistered(session, registration, messages);
    } catch (error) {
      this.#take(error, hasLeft);
      this.#options.onError(error);
    } finally {
      this.#isSending = false;
      this.#options.onChange();
    }
  }

  /** The person leaves the form; what was typed stays for when they come back. */
  leave(): void {
    if (!this.#isSending) this.#proof.drop();
    this.#failed = undefined;
    this.#faults = [];
  }

  #take(error: unknown, hasLeft: boolean): void {
    const problem = isNafidaError(error) && error.kind === 'problem' ? error : undefined;
    const issues = problem?.issues ?? [];
    this.#faults = faultsFrom(issues, this.#questions);
    if (this.#faults.length > 0) return;
    // The server asks other questions than this page does: staff changed them meanwhile.
    const isChanged = issues.some(({ path }) => path.startsWith('answers.'));
    const told = isChanged ? 'questions_changed' : sendingFaultOf(error);
    // Asking for the proof is a request of its own: when that one is lost, nothing has been sent yet.
    const fault = told === 'maybe_sent' && !hasLeft ? 'not_sent' : told;
    this.#failed = { fault, retryAfter: problem?.retryAfter ?? null };
    if (fault !== 'consent_outdated') return;
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
