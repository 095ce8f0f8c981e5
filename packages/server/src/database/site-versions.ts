import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** Tells whether what was kept of a site still holds. */
export interface SiteVersions {
  /** Changes with everything that is kept of the site: whatever was acknowledged before this is asked is in it. */
  current(site: string): Promise<string>;
  /** Told after every transaction of this process that wrote to these sites, however it ended. */
  moved(sites: Iterable<string>): void;
}

/** Names the version of what is published on a site, which supports do not move; that of the site moves with it. */
export function publishedOf(site: string): string {
  return `${site} published`;
}

/** Version of a site that nothing was written to since versions are kept. */
export const neverMoved = 'never moved';

/** Moves the versions of sites in the transaction that changes them: last, so that their rows are held for an instant. */
export async function moveVersions(
  transaction: Transaction<Tables>,
  sites: ReadonlySet<string>,
): Promise<void> {
  if (sites.size === 0) return;
  // In one order for all: nobody waits for each other in a circle.
  const rows = [...sites].sort().map((site) => ({ site }));
  await transaction
    .insertInto('site_version')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('site').doUpdateSet({ version: sql`gen_random_uuid()` }),
    )
    .execute();
}

/** For a database that this process alone writes to: its own transactions are all there is to know. */
export class HeldVersions implements SiteVersions {
  readonly #versions = new Map<string, number>();

  current(site: string): Promise<string> {
    return Promise.resolve(String(this.#versions.get(site) ?? 0));
  }

  moved(sites: Iterable<string>): void {
    for (const site of sites) this.#versions.set(site, (this.#versions.get(site) ?? 0) + 1);
  }
}

/** Gives the versions of those of these sites that have one. */
export type ReadVersions = (sites: readonly string[]) => Promise<ReadonlyMap<string, string>>;

interface Round {
  readonly sites: Set<string>;
  readonly versions: Promise<ReadonlyMap<string, string>>;
}

/**
 * For a database that other processes write to: asks it for each request, but for all that wait with one query. A request
 * never joins a query that is under way, which may have looked before another process wrote: it joins the next.
 */
export class SharedVersions implements SiteVersions {
  readonly #read: ReadVersions;
  #last: Promise<unknown> = Promise.resolve();
  #next: Round | undefined;

  constructor(read: ReadVersions) {
    this.#read = read;
  }

  async current(site: string): Promise<string> {
    this.#next ??= this.#nextRound();
    const { sites, versions } = this.#next;
    sites.add(site);
    return (await versions).get(site) ?? neverMoved;
  }

  moved(): void {
    // The database tells.
  }

  #nextRound(): Round {
    const sites = new Set<string>();
    const versions = this.#last.then(() => {
      this.#next = undefined;
      return this.#read([...sites]);
    });
    this.#last = versions.catch(() => {});
    return { sites, versions };
  }
}
