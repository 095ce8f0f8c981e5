import { plural } from '../foundation/locale/plural.js';
import { publishedMessages } from '../published/published-messages.en.js';
import type { ProposalListMessages } from './messages.js';

/** English texts of the proposal list. */
export const messages: ProposalListMessages = {
  ...publishedMessages,
  search: 'Search proposals',
  searchHint: 'Some words of the title or the text, in Arabic or in French.',
  filters: 'Filter',
  axis: 'Theme',
  allAxes: 'All themes',
  status: 'Status',
  allStatuses: 'Any status',
  place: 'Place',
  order: 'Sort by',
  orders: {
    recent: 'Newest',
    supported: 'Most supported',
    answered: 'Latest answers',
  },
  removeFilters: 'Remove the filters',
  shown: (count, hasMore) =>
    count === 0
      ? 'No proposals'
      : `${plural('en', count, { one: '# proposal', other: '# proposals' })}${hasMore ? ' shown' : ''}`,
  more: 'Show more proposals',
  moreFailed: 'The rest could not be loaded.',
  empty: 'No proposal is published yet. Each one is read before it appears here.',
  nothingFound: 'No proposal matches. Try other words or remove the filters.',
  failed: 'The proposals could not be loaded.',
  stale: 'The list could not be brought up to date.',
  back: 'Back to the list',
  answered: 'Officially answered',
  openData: 'Open data',
  table: 'Table (CSV)',
  json: 'Data (JSON)',
};
