import { receiptStatement, type Receipt, type ReceiptKeys } from '@nafida/contract';
import { keygenAsync, signAsync } from '@noble/ed25519';

/** The key with which a fake signs its receipts; each fake has its own. */
export class FakeReceiptKeys {
  readonly #site: string;
  readonly #since: string;
  readonly #pair = keygenAsync();

  constructor(site: string, now: () => number) {
    this.#site = site;
    this.#since = new Date(now()).toISOString();
  }

  async sign(
    receipt: Pick<Receipt, 'reference' | 'receivedAt' | 'contentHash'>,
  ): Promise<Receipt['signature']> {
    const { secretKey } = await this.#pair;
    const statement = new TextEncoder().encode(receiptStatement(this.#site, receipt));
    return { key: 'fake', value: base64url(await signAsync(statement, secretKey)) };
  }

  async shown(): Promise<ReceiptKeys> {
    const { publicKey } = await this.#pair;
    const key = { id: 'fake', algorithm: 'Ed25519', publicKey: base64url(publicKey) } as const;
    return { site: this.#site, keys: [{ ...key, since: this.#since, until: null }] };
  }
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
