import type { Client } from '@nafida/client';
import { faultOf, isNafidaError } from '@nafida/client/core.js';
import type { Receipt } from '@nafida/contract';
import { failureReasonOf, type FailureReason } from '../foundation/failures/failure-reason.js';

/** Why a code showed nothing. */
export type LookUpFault = 'required' | 'unknown' | FailureReason;

/** What the look-up needs of what is around it. */
export interface LookUpOptions {
  /** The service to ask; undefined while it is not known. */
  readonly client: () => Client | undefined;
  /** Ends the requests. */
  readonly signal: () => AbortSignal;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** Shows what became of a proposal to whoever holds its tracking code. Knows no DOM. */
export class StatusLookUp {
  readonly #options: LookUpOptions;
  /** The code, as typed. */
  code = '';
  #latest: symbol | undefined;
  #fault: LookUpFault | undefined;
  #receipt: Receipt | undefined;
  #receiptCode = '';

  constructor(options: LookUpOptions) {
    this.#options = options;
  }

  get isLooking(): boolean {
    return this.#latest !== undefined;
  }

  get fault(): LookUpFault | undefined {
    return this.#fault;
  }

  /** What the code showed; `trackingCode` in it is null. */
  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  /** The code of what is shown; empty while nothing is. */
  get receiptCode(): string {
    return this.#receiptCode;
  }

  /** Shows what the author has just changed. */
  take(receipt: Receipt): void {
    if (!this.#receipt) return;
    this.#receipt = receipt;
    this.#options.onChange();
  }

  /** Looks up the proposal of {@link code}. The latest call wins. */
  async open(): Promise<void> {
    const { client: clientOf, signal: signalOf, onChange, onError } = this.#options;
    const code = this.code.trim();
    const client = clientOf();
    this.#fault = code === '' ? 'required' : client ? undefined : 'setup';
    if (this.#fault || !client) {
      onChange();
      return;
    }
    const look = Symbol();
    const signal = signalOf();
    this.#latest = look;
    onChange();
    try {
      const receipt = await client.receipts.get(code, { fresh: true, signal });
      if (this.#latest !== look) return;
      this.#receipt = receipt;
      this.#receiptCode = code;
      this.code = '';
    } catch (error) {
      if (this.#latest !== look || signal.aborted) return;
      this.#fault = lookUpFaultOf(error);
      onError(error);
    } finally {
      if (this.#latest === look) {
        this.#latest = undefined;
        onChange();
      }
    }
  }

  /** Asks again for what is shown: it may have grown old. What stands there stays where nobody answers. */
  async refresh(): Promise<void> {
    const { client: clientOf, signal: signalOf, onChange } = this.#options;
    const client = clientOf();
    const shown = this.#receipt;
    if (!shown || !client) return;
    const receipt = await client.receipts
      .get(this.#receiptCode, { fresh: true, signal: signalOf() })
      .catch(() => shown);
    if (this.#receipt !== shown || receipt === shown) return;
    this.#receipt = receipt;
    onChange();
  }

  /** Forgets the code and what it showed: the next person at this computer must not see it. */
  close(): void {
    this.#latest = undefined;
    this.code = '';
    this.#fault = undefined;
    this.#receipt = undefined;
    this.#receiptCode = '';
    this.#options.onChange();
  }
}

function lookUpFaultOf(error: unknown): LookUpFault {
  // A code that a proxy kept back is no wrong code.
  if (isNafidaError(error) && faultOf(error).reason !== 'altered') {
    // What cannot be a code at all is refused before it is sent.
    if (error.kind === 'input') return 'unknown';
    if (error.kind === 'problem' && error.code === 'unauthorized') return 'unknown';
  }
  return failureReasonOf(error);
}
