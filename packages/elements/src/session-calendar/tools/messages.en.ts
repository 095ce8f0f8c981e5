import { plural } from '../../foundation/locale/plural.js';
import type { ToolsMessages } from './messages.js';

/** English texts of search, filters and subscription. */
export const messages: ToolsMessages = {
  search: 'Search sessions',
  searchHint: 'A word of the title, the description or the place. Past sessions are searched too.',
  type: 'Taking part',
  audience: 'For',
  place: 'Region, province or commune',
  all: 'All',
  audiences: {
    youth: 'Young people',
    women: 'Women',
    persons_with_disabilities: 'People with disabilities',
    moroccans_abroad: 'Moroccans abroad',
    associations: 'Associations',
    businesses: 'Businesses',
    elected_officials: 'Elected officials',
    public_servants: 'Public servants',
    students: 'Pupils and students',
  },
  removeFilters: 'Remove all filters',
  showPast: 'Show past sessions',
  showComing: 'Back to the agenda',
  found: 'Search results',
  results: 'Coming sessions',
  pastSessions: 'Past sessions',
  noResults: 'No session matches these filters.',
  resultCount: (count) =>
    count === 0 ? 'No result' : plural('en', count, { one: '# result', other: '# results' }),
  more: 'Show more',
  earlier: 'Show earlier sessions',
  subscribe: 'Follow the agenda in my calendar',
  subscribeHint: 'New sessions and changes appear in your calendar, as the filters are now.',
  subscribeHere: 'Open in the calendar of this device',
  subscribeAddress: 'Or copy this address into your calendar',
  copy: 'Copy the address',
  copied: 'Address copied.',
};
