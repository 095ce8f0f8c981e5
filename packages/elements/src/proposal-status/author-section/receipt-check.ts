import type { Client } from '@nafida/client';
import type { Receipt } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { LitElement, TemplateResult } from 'lit';
import { errorReasonOf } from '../../foundation/errors/error-reason.js';
import type { CheckOutcome } from './check-outcome.js';
import type { AuthorSectionMessages } from './messages.js';
import { renderReceiptCheck } from './receipt-check-template.js';
import type { SectionView } from './section-view.js';

/** What the check needs from the element. */
export interface ReceiptCheckOptions {
  readonly client: () => Client | undefined;
  readonly signal: () => AbortSignal;
  readonly onError: (error: unknown) => void;
}

/** Tells whether what is shown is what the site signed. The curve is loaded with the first press. */
export class ReceiptCheck {
  readonly #host: LitElement;
  readonly #options: ReceiptCheckOptions;
  #checked: Receipt | undefined;
  #isBusy = false;
  #outcome: CheckOutcome | undefined;

  constructor(host: LitElement, options: ReceiptCheckOptions) {
    this.#host = host;
    this.#options = options;
  }

  async #check(receipt: Receipt, { locale }: SectionView): Promise<void> {
    const client = this.#options.client();
    if (this.#isBusy || !client) return;
    const signal = this.#options.signal();
    this.#checked = receipt;
    this.#isBusy = true;
    this.#outcome = undefined;
    this.#host.requestUpdate();
    let outcome: CheckOutcome | undefined;
    try {
      outcome = await outcomeOf(receipt, client, locale, signal);
    } catch (error) {
      if (!signal.aborted) {
        outcome = { kind: 'failed', reason: errorReasonOf(error) };
        this.#options.onError(error);
      }
    }
    this.#isBusy = false;
    // Somebody else's receipt may stand there by now.
    if (this.#checked === receipt) this.#outcome = outcome;
    this.#host.requestUpdate();
  }

  /** What is signed, the way to check it, and what came of that. */
  render(view: SectionView, messages: AuthorSectionMessages, receipt: Receipt): TemplateResult {
    return renderReceiptCheck(view, messages, receipt, {
      isBusy: this.#isBusy,
      outcome: this.#checked === receipt ? this.#outcome : undefined,
      onCheck: () => void this.#check(receipt, view),
    });
  }
}

async function outcomeOf(
  receipt: Receipt,
  client: Client,
  locale: SectionView['locale'],
  signal: AbortSignal,
): Promise<CheckOutcome> {
  if (!receipt.signature) return { kind: 'issue', issue: 'unsigned' };
  // Missing on pages served over plain HTTP.
  if (!(globalThis.crypto as Partial<Crypto> | undefined)?.subtle) {
    return { kind: 'issue', issue: 'insecure' };
  }
  const [{ verifyReceipt }, keys, { name }] = await Promise.all([
    import('@nafida/client/receipt.js'),
    client.receipts.keys({ signal }),
    client.site.get({ signal }),
  ]);
  const verdict = await verifyReceipt(receipt, keys);
  if (verdict.valid) return { kind: 'valid', signer: textIn(name, locale) };
  const isForeign = verdict.reason === 'unknown_key' || verdict.reason === 'key_not_in_force';
  return { kind: 'issue', issue: isForeign ? 'unknown_key' : 'altered' };
}
