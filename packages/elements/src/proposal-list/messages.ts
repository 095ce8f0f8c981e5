import type { ProposalOrder } from '@nafida/contract';
import type { PublishedMessages } from '../published/published-messages.js';

/** The texts of `<nafida-proposal-list>` in one language. */
export interface ProposalListMessages extends PublishedMessages {
  readonly search: string;
  readonly searchHint: string;
  readonly filters: string;
  readonly axis: string;
  readonly allAxes: string;
  readonly status: string;
  readonly allStatuses: string;
  readonly place: string;
  readonly order: string;
  readonly orders: Readonly<Record<ProposalOrder, string>>;
  readonly removeFilters: string;
  /** How many are shown, and whether there are more. */
  readonly shown: (count: number, hasMore: boolean) => string;
  readonly more: string;
  readonly moreFailed: string;
  readonly empty: string;
  readonly nothingFound: string;
  readonly failed: string;
  readonly stale: string;
  readonly back: string;
  readonly answered: string;
  readonly openData: string;
  readonly table: string;
  readonly json: string;
}
