import type { Client } from '@nafida/client';
import { createDeviceSecret } from '@nafida/client/device-secret.js';
import { toJson } from '@nafida/client/natives.js';
import type { Proposal, Support } from '@nafida/contract';

interface Kept {
  readonly secret: string;
  /** References of what this device supports. */
  readonly supported: readonly string[];
}

/** Where the browser keeps nothing, one visit is one device. */
const inMemory = new Map<string, Kept>();

/** What this device supports on one site, and the secret by which the server counts it once. The secret goes nowhere else. */
export class DeviceSupports {
  readonly client: Client;
  readonly #name: string;

  constructor(client: Client) {
    const { baseUrl, site } = client.service;
    this.client = client;
    this.#name = `nafida-supports ${site} ${baseUrl}`;
  }

  has(reference: string): boolean {
    return this.#read()?.supported.includes(reference) ?? false;
  }

  /** How many support a proposal, by what the server told: this device at least, even where the answer is older than its press. */
  countOf({ reference, supports }: Pick<Proposal, 'reference' | 'supports'>): number {
    return this.has(reference) ? Math.max(1, supports) : supports;
  }

  /** Supports a proposal, or takes the support back. Rejects as the client does. */
  async set(reference: string, isSupported: boolean, signal: AbortSignal): Promise<Support> {
    const { secret } = this.#read() ?? this.#keep({ secret: createDeviceSecret(), supported: [] });
    const { proposals } = this.client;
    const support = isSupported
      ? await proposals.support(reference, secret, { signal })
      : await proposals.withdrawSupport(reference, secret, { signal });
    // Read again: another tab may have supported something meanwhile.
    const others = (this.#read()?.supported ?? []).filter((each) => each !== reference);
    this.#keep({ secret, supported: support.supported ? [...others, reference] : others });
    return support;
  }

  #read(): Kept | undefined {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#name) ?? 'null') as Kept | null;
      if (typeof kept?.secret === 'string' && Array.isArray(kept.supported)) return kept;
    } catch {
      // Storage is forbidden, or holds what is not ours.
    }
    return inMemory.get(this.#name);
  }

  #keep(kept: Kept): Kept {
    inMemory.set(this.#name, kept);
    try {
      localStorage.setItem(this.#name, toJson(kept));
    } catch {
      // Kept for this visit.
    }
    return kept;
  }
}
