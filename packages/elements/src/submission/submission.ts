import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client/core.js';
import { toJson } from '@nafida/client/natives.js';
import type { FieldIssue, ProvenOperation } from '@nafida/contract';
import type { Attempt } from './attempt-key.js';
import { AttemptKey } from './attempt-key.js';
import { BackgroundProof } from './background-proof.js';
import type { SendingError } from './sending-error.js';
import { sendingErrorOf } from './sending-error.js';

/** The outcome of a press of send. */
export type Outcome<Result, Issue, Own extends string> =
  | { readonly kind: 'sent'; readonly result: Result }
  /** It waits on this device for a connection. */
  | { readonly kind: 'queued'; readonly error: unknown }
  /** It is not sent as it stands. No issue where what is wrong stands elsewhere, such as beside a file. */
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[]; readonly error?: unknown }
  | FailedOutcome<Own>;

/** The form is right, and yet nothing came of it. */
export interface FailedOutcome<Own extends string> {
  readonly kind: 'failed';
  readonly reason: SendingError | 'questions_changed' | Own;
  /** Seconds the server asked to wait; null when it did not. */
  readonly retryAfter: number | null;
  /** What it failed with. */
  readonly error: unknown;
}

/** What nothing is sent with: it did not leave, because of `error`. */
export function notSent(error: unknown): FailedOutcome<never> {
  return { kind: 'failed', reason: 'not_sent', retryAfter: null, error };
}

/** The one operation that a {@link Submission} calls. */
export interface SubmissionOptions<Input, Result, Own extends string> {
  readonly operation: ProvenOperation;
  readonly create: (
    client: Client,
    input: Input,
    options: { readonly idempotencyKey: string; readonly proof?: string },
  ) => Promise<Result>;
  /** What this operation alone is answered, by problem code. */
  readonly ownErrors: ReadonlyMap<string, Own>;
}

/** Places what the server found wrong beside the fields of a form. */
export type PlaceIssues<Issue> = (issues: readonly FieldIssue[]) => readonly Issue[];

const lineErrors = new Set<string>(['network', 'timeout', 'response_shape']);

/** Sending one thing, however often it is tried: its key, its proof of work, and what came of the tries. */
export class Submission<Input, Result, Own extends string = never> {
  readonly #options: SubmissionOptions<Input, Result, Own>;
  readonly #key = new AttemptKey();
  readonly #proof: BackgroundProof;
  /** Key of a try that the server may have taken although no answer said so. */
  #uncertainKey: string | undefined;

  constructor(options: SubmissionOptions<Input, Result, Own>) {
    this.#options = options;
    this.#proof = new BackgroundProof(options.operation);
  }

  /** The last press of send, to be kept with a draft; undefined before the first. */
  get attempt(): Attempt | undefined {
    return this.#key.attempt;
  }

  /** Continues with what an earlier visit began, or with nothing. How it went there is not known. */
  resume(attempt: Attempt | undefined): void {
    this.#key.restore(attempt);
    this.#uncertainKey = attempt?.key;
  }

  /** Continues with what was tried and kept unsent: unchanged, it is the same attempt. */
  takeUp(input: Input, key: string): void {
    this.#key.restore({ content: toJson(input), key });
  }

  /** Begins the proof of work; called with every key that is typed. */
  prepare(client: Client): void {
    this.#proof.start(client);
  }

  /** Forgets the proof: nobody needs it now. */
  rest(): void {
    this.#proof.drop();
  }

  /** Forgets everything: it was sent, or thrown away. */
  end(): void {
    this.#key.restore(undefined);
    this.#proof.drop();
  }

  /** The key under which `input` is sent: to be kept before {@link submit} where a page that is loaded anew may send again. */
  keyFor(input: Input): string {
    return this.#key.for(input);
  }

  /** Sends `input`. However often it is called, the same content has one effect. */
  async submit<Issue>(
    client: Client,
    input: Input,
    placeIssues: PlaceIssues<Issue>,
  ): Promise<Exclude<Outcome<Result, Issue, Own>, { kind: 'queued' }>> {
    const idempotencyKey = this.keyFor(input);
    try {
      const proof = await this.#proof.take();
      // Without a signal: a person who leaves the page in this moment has still pressed send.
      const options = { idempotencyKey, ...(proof && { proof }) };
      const result = await this.#options.create(client, input, options);
      this.end();
      return { kind: 'sent', result };
    } catch (error) {
      return this.outcomeOf(error, placeIssues);
    }
  }

  /** What it comes to that sending, or what goes before it, rejected with `error`. */
  outcomeOf<Issue>(
    error: unknown,
    placeIssues: PlaceIssues<Issue>,
  ): Extract<Outcome<Result, Issue, Own>, { kind: 'invalid' | 'failed' }> {
    const problem = isNafidaError(error) && error.kind === 'problem' ? error : undefined;
    const found = problem?.issues ?? [];
    const issues = placeIssues(found);
    if (issues.length > 0) return { kind: 'invalid', issues, error };
    // The server asks other questions than this page does: staff changed them meanwhile.
    const isChanged = found.some(({ path }) => path.startsWith('answers.'));
    const reason = isChanged ? 'questions_changed' : this.#reasonOf(error);
    // This content never had this key on the server: with another key it can be sent.
    if (problem?.code === 'idempotency_mismatch') this.#key.restore(undefined);
    return { kind: 'failed', reason, retryAfter: problem?.retryAfter ?? null, error };
  }

  /** Whether a lost or faulty line kept it from arriving. */
  isLostOnTheLine(error: unknown): boolean {
    const { ownErrors } = this.#options;
    const isOfLine = isNafidaError(error) && lineErrors.has(error.kind);
    return isOfLine && sendingErrorOf(error, ownErrors) !== 'setup';
  }

  /** That this try did not leave says nothing about the one before it. */
  #reasonOf(error: unknown): SendingError | Own {
    const reason = sendingErrorOf(error, this.#options.ownErrors);
    const key = this.#key.attempt?.key;
    if (reason === 'maybe_sent') this.#uncertainKey = key;
    return reason === 'not_sent' && key === this.#uncertainKey ? 'maybe_sent' : reason;
  }
}
