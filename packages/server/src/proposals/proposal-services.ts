import type { Services } from '../operations/operation.js';
import type { SiteDirectory } from '../sites/site-directory.js';
import type { SharedProposalReads } from './proposal-reads.js';
import type { TitleIndexes } from './title-indexes.js';

/** The services of operations on proposals. */
export interface ProposalServices extends Services {
  readonly sites: SiteDirectory;
  readonly titles: TitleIndexes;
  readonly proposalReads: SharedProposalReads;
}
