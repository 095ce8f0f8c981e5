import type { Proposal } from '@nafida/contract';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';
import { Rounds } from '../database/rounds.js';
import { proposalColumns } from './proposal-records.js';
import { publicForm } from './public-form.js';

/** Reads published proposals of a site by their references, for all who ask at the same time with the same queries. */
export class ProposalReads {
  readonly reader: DatabaseReader;
  readonly site: string;
  /** How many support each. */
  readonly supports = new Rounds((references: readonly string[]) => this.#supports(references));
  /** Each as anybody sees it. */
  readonly proposals = new Rounds((references: readonly string[]) => this.#proposals(references));

  constructor(reader: DatabaseReader, site: string) {
    this.reader = reader;
    this.site = site;
  }

  async #supports(references: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#published(references).select(['reference', 'supports']).execute();
    return new Map(rows.map(({ reference, supports }) => [reference, supports]));
  }

  async #proposals(references: readonly string[]): Promise<ReadonlyMap<string, Proposal>> {
    const rows = await this.#published(references).select(proposalColumns).execute();
    const proposals = await publicForm(this.reader, this.site, rows);
    return new Map(proposals.map((proposal) => [proposal.reference, proposal]));
  }

  #published(references: readonly string[]) {
    return this.reader
      .selectFrom('proposal')
      .where('site', '=', this.site)
      .where('moderation', '=', 'published')
      .where('reference', '=', sql<string>`any(${[...new Set(references)]}::text[])`);
  }
}

/** Those who ask the same database for proposals of the same site. */
export class SharedProposalReads {
  /** A transaction on a replica has its own, which goes with it. */
  readonly #ofReaders = new WeakMap<DatabaseReader, Map<string, ProposalReads>>();

  /** The reads that all readers of `reader` and the site share. */
  of(reader: DatabaseReader, site: string): ProposalReads {
    const ofSites = this.#ofReaders.get(reader) ?? new Map<string, ProposalReads>();
    this.#ofReaders.set(reader, ofSites);
    const reads = ofSites.get(site) ?? new ProposalReads(reader, site);
    ofSites.set(site, reads);
    return reads;
  }
}
