import type { PlaceLevel } from '@nafida/territory';
import { plural } from '../foundation/plural.js';
import type { RegionPickerMessages } from './messages.js';

const words: Record<PlaceLevel, string> = {
  arrondissement: 'arrondissement',
  commune: 'commune',
  province: 'province, prefecture',
  region: 'region',
};

const articles: Record<PlaceLevel, string> = {
  arrondissement: 'an arrondissement',
  commune: 'a commune',
  province: 'a province, a prefecture',
  region: 'a region',
};

const either = (levels: readonly PlaceLevel[], forms: Record<PlaceLevel, string>) => {
  if (levels.length === 1 && levels[0] === 'province') return forms.province.replace(', ', ' or ');
  const [last, ...others] = levels.map((level) => forms[level]);
  return others.length > 0 ? `${others.reverse().join(', ')} or ${last}` : last!;
};

export const messages: RegionPickerMessages = {
  label: (levels) => {
    const text = either(levels, words);
    return text[0]!.toUpperCase() + text.slice(1);
  },
  optional: '(optional)',
  placeholder: 'Search by name or browse',
  help: 'Type a name, or use the down arrow to browse the list.',
  kinds: {
    region: 'region',
    prefecture: 'prefecture',
    province: 'province',
    urban: 'commune',
    rural: 'commune',
    arrondissement: 'arrondissement',
  },
  chosen: (name, kind, parent) => {
    const detail = [kind, parent].filter(Boolean).join(', ');
    return detail ? `${name} (${detail})` : name;
  },
  whole: (level) =>
    ({
      region: 'the whole region',
      province: 'the whole province or prefecture',
      commune: 'the whole commune',
      arrondissement: '',
    })[level],
  parts: (level, count) => {
    if (level === 'province') {
      return plural('en', count, {
        one: '# province or prefecture',
        other: '# provinces and prefectures',
      });
    }
    if (level === 'commune') {
      return plural('en', count, { one: '# commune', other: '# communes' });
    }
    return plural('en', count, { one: '# arrondissement', other: '# arrondissements' });
  },
  comma: ', ',
  recent: 'Recent choices',
  all: 'All regions',
  country: 'Morocco',
  path: 'Path',
  open: 'Show the list',
  close: 'Close',
  clear: 'Clear the choice',
  results: (count) =>
    count === 0 ? 'No results' : plural('en', count, { one: '# result', other: '# results' }),
  manyResults: (count) => `First ${count} results. Type more of the name to shorten the list.`,
  empty: (query) => `No results for “${query}”. Check the spelling or browse by region.`,
  browse: 'Browse by region',
  loading: 'Loading the list of communes…',
  failed: 'The list of communes could not be loaded. Check your connection, then try again.',
  retry: 'Try again',
  required: (levels) => `Choose ${either(levels, articles)}.`,
  notChosen: (text) =>
    `No place is chosen. Write “${text}” another way, then choose from the list.`,
  unknownCode: 'This choice is no longer valid. Choose again from the list.',
  wrongLevel: (levels) => `This choice is not possible here. Choose ${either(levels, articles)}.`,
  outside: (name) =>
    `This choice is outside the territory concerned. Choose from the list (${name}).`,
};
