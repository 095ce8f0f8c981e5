import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Keyring } from '../keyring.js';
import { ProblemError } from '../participation/problem-error.js';
import { subscriberOf } from './client-address.js';

/** Most requests per minute; each process counts for itself. */
export interface RateLimitSettings {
  /** Reads of one address from one site. */
  readonly reads: number;
  /** Everything else of one address to one site, challenges included. */
  readonly writes: number;
  /** Everything but reads to one site from all addresses together. */
  readonly siteWrites: number;
}

/** Generous, because in Morocco many phones share one address: the proof of work is what stops floods. */
export const defaultRateLimits: RateLimitSettings = {
  reads: 1_200,
  writes: 240,
  siteWrites: 6_000,
};

const seconds = 60;

/** Counts requests in memory, by keyed hashes of addresses that change every day. */
export class RateLimits {
  readonly #keyring: Keyring;
  readonly #reads: RateLimiterMemory;
  readonly #writes: RateLimiterMemory;
  readonly #siteWrites: RateLimiterMemory;

  constructor(keyring: Keyring, settings: RateLimitSettings) {
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: seconds });
    this.#keyring = keyring;
    this.#reads = limiter(settings.reads);
    this.#writes = limiter(settings.writes);
    this.#siteWrites = limiter(settings.siteWrites);
  }

  /** Throws `rate_limited` with the seconds to wait. */
  async count(kind: 'read' | 'write', site: string, address: string): Promise<void> {
    const day = new Date().toISOString().slice(0, 10);
    const client = `${site} ${this.#keyring.addressHash(subscriberOf(address), day)}`;
    try {
      if (kind === 'read') await this.#reads.consume(client);
      else {
        await this.#writes.consume(client);
        await this.#siteWrites.consume(site);
      }
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new ProblemError('rate_limited', {
        retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)),
      });
    }
  }
}
