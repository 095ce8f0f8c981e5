import type { Kysely, Transaction } from 'kysely';
import { isDatabaseDown, sqlStateOf } from './database-errors.js';
import { neverMoved } from './site-versions.js';
import type { Tables } from './tables.js';

/** Why a replica is left alone, or that it is asked again. */
export type ReplicaState = 'away' | 'behind' | 'asked again';

/** How long a replica may not know what was just written until it is left alone, in milliseconds. */
const toleranceMs = 3_000;

/** How long it is left alone; twice as long each time that it still is of no use. */
const rest = { firstMs: 2_000, mostMs: 60_000 };

/**
 * A standby of the database for public reads. It is used only if it has exactly the version of the site that the
 * primary has just given: version and data come from one snapshot, so nothing older is ever shown.
 */
export class ReadReplica {
  readonly #kysely: Kysely<Tables>;
  readonly #onChange: (state: ReplicaState, error?: unknown) => void;
  /** Since when a site was not found in its right version. */
  readonly #behind = new Map<string, number>();
  #restsUntil = 0;
  #restMs = 0;
  #isTried = false;

  /** @param onChange called when it is no longer used, and when it is used again */
  constructor(kysely: Kysely<Tables>, onChange: (state: ReplicaState, error?: unknown) => void) {
    this.#kysely = kysely;
    this.#onChange = onChange;
  }

  /** What `work` reads of the site in this version; undefined if the primary has to be asked instead. */
  async read<Result>(
    site: string,
    version: string,
    work: (reader: Transaction<Tables>) => Promise<Result>,
  ): Promise<{ result: Result } | undefined> {
    if (Date.now() < this.#restsUntil || this.#isTried) return undefined;
    // After a rest one asks first: the others need not wait for what may still be silent.
    this.#isTried = this.#restMs > 0;
    try {
      const read = await this.#kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (transaction) => {
          if ((await versionIn(transaction, site)) !== version) return undefined;
          return { result: await work(transaction) };
        });
      this.#note(site, read !== undefined);
      return read;
    } catch (error) {
      // What the site refuses, it refuses everywhere.
      if (!isDatabaseDown(error) && sqlStateOf(error) === undefined) throw error;
      this.#leaveAlone('away', error);
      return undefined;
    } finally {
      this.#isTried = false;
    }
  }

  close(): Promise<void> {
    return this.#kysely.destroy();
  }

  #note(site: string, isKnown: boolean): void {
    if (isKnown) {
      this.#behind.delete(site);
      if (this.#restMs > 0) this.#onChange('asked again');
      this.#restMs = 0;
      return;
    }
    const since = this.#behind.get(site) ?? Date.now();
    this.#behind.set(site, since);
    if (this.#restMs > 0 || Date.now() - since > toleranceMs) this.#leaveAlone('behind');
  }

  #leaveAlone(state: ReplicaState, error?: unknown): void {
    if (Date.now() < this.#restsUntil) return;
    if (this.#restMs === 0) this.#onChange(state, error);
    this.#restMs = Math.min(Math.max(rest.firstMs, 2 * this.#restMs), rest.mostMs);
    this.#restsUntil = Date.now() + this.#restMs;
    this.#behind.clear();
  }
}

async function versionIn(transaction: Transaction<Tables>, site: string): Promise<string> {
  const row = await transaction
    .selectFrom('site_version')
    .select('version')
    .where('site', '=', site)
    .executeTakeFirst();
  return row?.version ?? neverMoved;
}
