import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { DatabaseReader } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { ProblemError } from '../operations/problem-error.js';
import { subscriberOf } from './client-address.js';
import { sharedLimiters } from './shared-limiters.js';

/** Most requests per minute. */
export interface RateLimitSettings {
  /** Everything of one address together: all sites, pages, scripts and what does not exist. */
  readonly requests: number;
  /** Reads of one address from one site. */
  readonly reads: number;
  /** Everything else of one address to one site, challenges included. */
  readonly writes: number;
  /** Creates with a proof to one site, from all addresses together. */
  readonly siteWrites: number;
  /** Requests with one staff token: counted for themselves, so that no crowd of strangers locks staff out. */
  readonly staff: number;
}

/** Generous, because in Morocco many phones share one address: the proof of work is what stops floods. */
export const defaultRateLimits: RateLimitSettings = {
  requests: 6_000,
  reads: 1_200,
  writes: 240,
  siteWrites: 6_000,
  staff: 1_200,
};

/** The counted requests of one address; see {@link RateLimitSettings}. */
export type AddressLimit = 'requests' | 'reads' | 'writes';

const seconds = 60;
const dayMs = 86_400_000;

/** Addresses whose hashes are remembered. */
const mostHashes = 10_000;

/**
 * Counts requests per address, by keyed hashes that change every day. Each process counts reads for itself, because a
 * query for each would cost more than the read. Writes are counted in the database if several processes share one,
 * otherwise in memory; also in memory while the database does not answer.
 */
export class RateLimits {
  /** How many requests each limit has refused so far. */
  readonly refused = { requests: 0, reads: 0, writes: 0, siteWrites: 0, staff: 0 };
  readonly #keyring: Keyring;
  readonly #limiters: Readonly<Record<keyof RateLimitSettings, RateLimiterAbstract>>;
  readonly #hashes = new Map<string, string>();
  #day = 0;

  /** @param shared the database that other processes use too; undefined if this is the only one */
  constructor(keyring: Keyring, settings: RateLimitSettings, shared?: DatabaseReader) {
    const own = (name: keyof RateLimitSettings) =>
      new RateLimiterMemory({ keyPrefix: name, points: settings[name], duration: seconds });
    const sharedLimiter = shared && sharedLimiters(shared);
    const everywhere = (name: keyof RateLimitSettings) =>
      sharedLimiter?.({
        ...{ keyPrefix: name, points: settings[name], duration: seconds },
        insuranceLimiter: own(name),
        // An address over the limit gets an error without a query until the minute is over.
        inMemoryBlockOnConsumed: settings[name] + 1,
      }) ?? own(name);
    this.#keyring = keyring;
    this.#limiters = {
      requests: own('requests'),
      reads: own('reads'),
      writes: everywhere('writes'),
      siteWrites: everywhere('siteWrites'),
      staff: everywhere('staff'),
    };
  }

  /** Counts a request of `address`, to `site` unless all sites are meant. Throws `rate_limited` with the seconds to wait. */
  async countAddress(limit: AddressLimit, address: string, site = ''): Promise<void> {
    await this.#count(limit, `${site} ${this.senderOf(address)}`);
  }

  /** Counts the extra cost of a request of `address`. It rejects nothing; the next request may be over the limit. */
  async charge(limit: AddressLimit, points: number, address: string, site = ''): Promise<void> {
    if (points <= 0) return;
    await this.#limiters[limit].penalty(`${site} ${this.senderOf(address)}`, points);
  }

  /** The key of an address today: hashed once a day, because most addresses ask often. */
  senderOf(address: string): string {
    const day = Math.floor(Date.now() / dayMs);
    if (day !== this.#day || this.#hashes.size >= mostHashes) this.#hashes.clear();
    this.#day = day;
    let hash = this.#hashes.get(address);
    if (hash === undefined) {
      const date = new Date(day * dayMs).toISOString().slice(0, 10);
      hash = this.#keyring.addressHash(subscriberOf(address), date);
      this.#hashes.set(address, hash);
    }
    return hash;
  }

  /** Counts a create with a proof. Throws `rate_limited` with the seconds to wait. */
  async countCreate(site: string): Promise<void> {
    await this.#count('siteWrites', site);
  }

  /** Counts a request with the staff token of that label. Throws `rate_limited` with the seconds to wait. */
  async countStaff(site: string, label: string): Promise<void> {
    await this.#count('staff', `${site} ${label}`);
  }

  async #count(limit: keyof RateLimitSettings, who: string): Promise<void> {
    try {
      await this.#limiters[limit].consume(who);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      this.refused[limit] += 1;
      throw new ProblemError('rate_limited', {
        retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)),
      });
    }
  }
}
