import type { Database } from '../database/database.js';
import { VersionedCache, type Made } from '../database/versioned-cache.js';
import type { Keyring } from '../keyring.js';
import type { SiteRecord } from '../operations/site-record.js';
import { findConsultation, type ConsultationRow } from './consultations.js';
import { findInForce, keyInForce, openKey, type OpenedKey } from './receipt-keys.js';
import { findSite } from './sites.js';
import { findStaffToken, staffTokenHash } from './staff-tokens.js';

const mostBytes = 4 * 1024 * 1024;

/** About what a site's record takes, with its holidays; the others take less. */
const bytesEach = 4_000;

/** The data of a site that every request needs, read from the database when they have changed. */
export class SiteDirectory {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #sites: VersionedCache<SiteRecord | undefined>;
  readonly #labels: VersionedCache<string | undefined>;
  readonly #consultations: VersionedCache<ConsultationRow | undefined>;
  readonly #receiptKeys: VersionedCache<OpenedKey>;

  constructor(database: Database, keyring: Keyring) {
    this.#database = database;
    this.#keyring = keyring;
    this.#sites = new VersionedCache(database.versions, mostBytes);
    this.#labels = new VersionedCache(database.versions, mostBytes);
    this.#consultations = new VersionedCache(database.versions, mostBytes);
    this.#receiptKeys = new VersionedCache(database.versions, mostBytes);
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

  /** The consultation with this id, or undefined. */
  consultation(site: string, id: string): Promise<ConsultationRow | undefined> {
    return this.#consultations.get(site, id, async () => {
      const value = await findConsultation(this.#database.reader, site, id);
      return { ...made(value), ...(value && { bytes: 2 * JSON.stringify(value).length }) };
    });
  }

  /** The key that signs receipts of the site, which is made with the first. */
  receiptKey(site: string): Promise<OpenedKey> {
    return this.#receiptKeys.get(site, '', async () => {
      const known = await findInForce(this.#database.reader, site);
      const make = () =>
        this.#database.transaction((transaction) => keyInForce(transaction, this.#keyring, site));
      return made(openKey(this.#keyring, known ?? (await make())));
    });
  }
}

/** An unknown site is not kept, because the number of possible ids is unlimited. */
function made<Value>(value: Value): Made<Value> {
  return { value, bytes: value === undefined ? Infinity : bytesEach, until: null };
}
