import type { PlaceLevel } from '@nafida/territory';
import { plural } from '../foundation/locale/plural.js';
import type { RegionPickerMessages } from './messages.js';

type LevelNames = Readonly<Record<PlaceLevel | 'prefecture', string>>;

const names: LevelNames = {
  arrondissement: 'arrondissement',
  commune: 'commune',
  province: 'province',
  prefecture: 'prefecture',
  region: 'region',
};

const namesWithArticle: LevelNames = {
  arrondissement: 'an arrondissement',
  commune: 'a commune',
  province: 'a province',
  prefecture: 'a prefecture',
  region: 'a region',
};

/** The levels as alternatives, smallest first. Where provinces are all there is, prefectures are named too. */
function either(levels: readonly PlaceLevel[], by: LevelNames): string {
  if (levels.length === 1 && levels[0] === 'province') return `${by.province} or ${by.prefecture}`;
  const [largest, ...smaller] = levels.map((level) => by[level]);
  return smaller.length > 0 ? `${smaller.reverse().join(', ')} or ${largest}` : largest!;
}

/** English texts of the region picker. */
export const messages: RegionPickerMessages = {
  label: (levels) => {
    const text = either(levels, names);
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
  nearby: 'Near you',
  locate: 'Provinces near me',
  locating: 'Finding your position…',
  locateHint: 'Your position is neither sent nor kept.',
  notLocated: 'Your position could not be found. Type a name or browse the list.',
  all: 'Whole list',
  country: 'Morocco',
  path: 'Path',
  open: 'Show the list',
  close: 'Close',
  clear: 'Clear the choice',
  results: (count) =>
    count === 0 ? 'No results' : plural('en', count, { one: '# result', other: '# results' }),
  manyResults: (count) => `First ${count} results. Type more of the name to shorten the list.`,
  empty: (query) => `No results for “${query}”. Check the spelling or browse the list.`,
  browse: 'Browse the list',
  loading: 'Loading the list of communes…',
  failed:
    'The list could not be loaded. Try again; if that changes nothing, tell the people who run this website.',
  retry: 'Try again',
  required: (levels) => `Choose ${either(levels, namesWithArticle)}.`,
  notChosen: (text) =>
    `No place is chosen. Write “${text}” another way, then choose from the list.`,
  unknownCode: 'This choice is no longer valid. Choose again from the list.',
  wrongLevel: (levels) =>
    `This choice is not possible here. Choose ${either(levels, namesWithArticle)}.`,
  outside: (name) =>
    `This choice is outside the territory concerned. Choose from the list (${name}).`,
};
