import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client/core.js';
import { toJson } from '@nafida/client/natives.js';
import type { ProposalInput, Receipt } from '@nafida/contract';
import type { Attempt } from '../../submission/attempt-key.js';
import { AttemptKey } from '../../submission/attempt-key.js';
import { BackgroundProof } from '../../submission/background-proof.js';
import type { SendingFault } from './sending-fault.js';
import { sendingFaultOf } from './sending-fault.js';

const lineFaults = new Set<string>(['network', 'timeout', 'response_shape']);

/** Sending one proposal, however often it is tried: its key, its proof of work, and what became of the tries. */
export class ProposalAttempt {
  readonly #key = new AttemptKey();
  readonly #proof = new BackgroundProof('createProposal');
  /** Key of a try that the server may have taken although no answer said so. */
  #uncertainKey: string | undefined;

  /** To be kept with the draft; undefined before the first press of send. */
  get kept(): Attempt | undefined {
    return this.#key.attempt;
  }

  /** Goes on with what an earlier visit began, or with nothing. How it went there is not known. */
  resume(attempt: Attempt | undefined): void {
    this.#key.restore(attempt);
    this.#uncertainKey = attempt?.key;
  }

  /** Goes on with what was tried and kept unsent: unchanged, it is the same attempt. */
  takeUp(input: ProposalInput, key: string): void {
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

  /** The key under which `input` is sent. It must outlive the page before `send`, or a reload could send the same twice. */
  keyFor(input: ProposalInput): string {
    return this.#key.for(input);
  }

  /** Rejects with the client's errors. */
  async send(client: Client, input: ProposalInput): Promise<Receipt> {
    const idempotencyKey = this.keyFor(input);
    const proof = await this.#proof.take();
    // Without a signal: a person who leaves the page in this moment has still pressed send.
    return client.proposals.create(input, { idempotencyKey, ...(proof && { proof }) });
  }

  /** What happened to a `send` that rejected. That this try did not leave says nothing about the one before it. */
  faultOf(error: unknown): SendingFault {
    const fault = sendingFaultOf(error);
    const key = this.#key.attempt?.key;
    if (fault === 'maybe_sent') this.#uncertainKey = key;
    // This content never had this key on the server: with another key it can be sent.
    const isMismatch = isNafidaError(error) && error.kind === 'problem';
    if (isMismatch && error.code === 'idempotency_mismatch') this.#key.restore(undefined);
    return fault === 'not_sent' && key === this.#uncertainKey ? 'maybe_sent' : fault;
  }

  /** Whether a lost or faulty line kept it from arriving. */
  isLostOnTheLine(error: unknown): boolean {
    return isNafidaError(error) && lineFaults.has(error.kind) && sendingFaultOf(error) !== 'setup';
  }
}
