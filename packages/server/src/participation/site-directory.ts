import type { Database } from '../database/database.js';
import { VersionedCache, type Made } from '../versioned-cache.js';
import { findSite, type SiteRecord } from './sites.js';
import { findStaffToken, staffTokenHash } from './staff-tokens.js';

const mostBytes = 4 * 1024 * 1024;

/** About what a site's record takes, with its holidays. */
const bytesEach = 4_000;

/** What every request needs to know of its site, read from the database when it has changed. */
export class SiteDirectory {
  readonly #database: Database;
  readonly #sites: VersionedCache<SiteRecord | undefined>;
  readonly #labels: VersionedCache<string | undefined>;

  constructor(database: Database) {
    this.#database = database;
    this.#sites = new VersionedCache(database.versions, mostBytes);
    this.#labels = new VersionedCache(database.versions, mostBytes);
  }

  /** The site with this id, or undefined. */
  find(id: string): Promise<SiteRecord | undefined> {
    return this.#sites.get(id, '', async () => made(await findSite(this.#database.reader, id)));
  }

  /** Label of a valid staff token of the site, else undefined. */
  staffLabel(site: string, token: string): Promise<string | undefined> {
    return this.#labels.get(site, staffTokenHash(token), async () =>
      made(await findStaffToken(this.#database.reader, site, token)),
    );
  }
}

/** What is not there is not kept: there is no end of what may be asked for. */
function made<Value>(value: Value): Made<Value> {
  return { value, bytes: value === undefined ? Infinity : bytesEach, until: null };
}
