import { sql, type Transaction } from 'kysely';
import { Rounds } from './rounds.js';
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

/** For a database that other processes write to: asks it for each request, but for all that wait with one query. */
export class SharedVersions implements SiteVersions {
  readonly #rounds: Rounds<string, ReadonlyMap<string, string>>;

  constructor(read: ReadVersions) {
    this.#rounds = new Rounds((sites) => read([...new Set(sites)]));
  }

  async current(site: string): Promise<string> {
    const versions = await this.#rounds.join([site]);
    return versions.get(site) ?? neverMoved;
  }

  moved(): void {
    // The database tells.
  }
}
