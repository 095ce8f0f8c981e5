import { topicStems } from '@nafida/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { publishedOf } from '../database/site-versions.js';
import { TitleIndex, type Titled } from './title-index.js';

/** Most proposals in all indexes together, at about 400 bytes each, and of one site: one with more has no index. */
const defaultMost = { ofAll: 100_000, ofOne: 50_000 };

/** Most sites that have an index, however few their proposals. */
const mostSites = 2_000;

/** So many titles are read at once, and others get their turn in between. */
const portion = 1_000;

interface Kept {
  readonly version: string;
  /** Undefined if the site has too many proposals. */
  readonly index: TitleIndex | undefined;
}

/**
 * Keeps what the titles of sites are about in memory, each index until what is published changes. It is then made of the one
 * before: only titles that were not in it are read. When there is too much, what was not asked for longest goes.
 */
export class TitleIndexes {
  readonly #database: Database;
  readonly #most: typeof defaultMost;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Promise<Kept>>();

  constructor(database: Database, most = defaultMost) {
    this.#database = database;
    this.#most = most;
  }

  /** The current index of a site; undefined if the site is too large for one. */
  async of(site: string): Promise<TitleIndex | undefined> {
    const version = await this.#database.versions.current(publishedOf(site));
    const kept = this.#kept.get(site);
    if (kept?.version === version) {
      // Last in the order of the map: asked for last.
      this.#kept.delete(site);
      this.#kept.set(site, kept);
      return kept.index;
    }
    return (await this.#renewed(site, version, kept?.index)).index;
  }

  #renewed(site: string, version: string, before: TitleIndex | undefined): Promise<Kept> {
    const id = `${site} ${version}`;
    const joined = this.#making.get(id);
    if (joined) return joined;
    const making = this.#make(site, before)
      .then((index) => {
        const kept = { version, index };
        this.#keep(site, kept);
        return kept;
      })
      .finally(() => this.#making.delete(id));
    this.#making.set(id, making);
    return making;
  }

  async #make(site: string, before: TitleIndex | undefined): Promise<TitleIndex | undefined> {
    const references = await this.#newestFirst(site);
    if (references.length > this.#most.ofOne) return undefined;
    const titled = before?.titled() ?? new Map<string, Titled>();
    const unknown = references.filter((reference) => !titled.has(reference));
    for (let at = 0; at < unknown.length; at += portion) {
      const read = await this.#read(site, unknown.slice(at, at + portion));
      for (const each of read) titled.set(each.reference, each);
    }
    return new TitleIndex(references.flatMap((reference) => titled.get(reference) ?? []));
  }

  /** In one text: rows of their own would take longer to be read than to be found. */
  async #newestFirst(site: string): Promise<string[]> {
    const newest = this.#database.reader
      .selectFrom('proposal')
      .select('reference')
      .where('site', '=', site)
      .where('moderation', '=', sql.lit('published'))
      .orderBy('moderated_at', 'desc')
      .orderBy('reference', 'desc')
      .limit(this.#most.ofOne + 1);
    const { all } = await this.#database.reader
      .selectFrom(newest.as('newest'))
      .select(sql<string | null>`string_agg(reference, ' ')`.as('all'))
      .executeTakeFirstOrThrow();
    return all === null ? [] : all.split(' ');
  }

  async #read(site: string, references: string[]): Promise<Titled[]> {
    const rows = await this.#database.reader
      .selectFrom('proposal')
      .select(['reference', 'consultation', 'title'])
      .where('site', '=', site)
      .where('reference', '=', sql<string>`any(${references}::text[])`)
      .execute();
    return rows.map(({ title, ...row }) => ({ ...row, stems: topicStems(title) }));
  }

  #keep(site: string, kept: Kept): void {
    this.#kept.delete(site);
    this.#kept.set(site, kept);
    let sum = 0;
    for (const { index } of this.#kept.values()) sum += index?.size ?? 0;
    for (const [oldest, { index }] of this.#kept) {
      if (sum <= this.#most.ofAll && this.#kept.size <= mostSites) return;
      this.#kept.delete(oldest);
      sum -= index?.size ?? 0;
    }
  }
}
