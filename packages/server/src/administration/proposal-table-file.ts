import { plainText } from '@nafida/contract';
import { dayForm, keywordOf, yesOrNoForm, type CellForm } from './cell-forms.js';
import { readTable, type Table, type TableLine } from './table-file.js';

const columns = new Set([
  'key',
  'channel',
  'collected_on',
  'consultation',
  'axis',
  'place',
  'session',
  'language',
  'title',
  'body',
  'author_name',
  'author_name_visible',
  'author_email',
  'author_phone',
]);

const channels = ['paper', 'assisted'] as const;

const channelForm: CellForm<(typeof channels)[number]> = {
  read: (text) => channels.find((channel) => channel === keywordOf(text)),
  wanted: 'it is paper or assisted',
};

/** One proposal that was collected outside the web, as written in the table. */
export interface PaperProposal {
  readonly key: string;
  readonly channel: (typeof channels)[number];
  readonly collectedOn: string;
  readonly consultation: string;
  readonly axis: string;
  readonly place: string;
  readonly session: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly authorName: string;
  readonly authorNameVisible: boolean;
  readonly authorEmail: string;
  readonly authorPhone: string;
}

/**
 * The table of proposals that were collected on paper; see docs/server.md for its columns. Throws a sentence for what is
 * no table.
 */
export function proposalTableOf(text: string): Table {
  return readTable(text, columns);
}

/** The proposal of a line; cells that cannot be read are among its issues. */
export function proposalOf(line: TableLine): PaperProposal {
  const { cells } = line;
  const key = cells.key ?? '';
  if (!key || key.length > 100) {
    const sentence = key ? 'is longer than 100 characters' : 'is missing';
    line.note(
      'key',
      `key ${sentence}. It must be a name that no other line has, for example BM-02.`,
    );
  }
  if (!cells.collected_on) {
    line.note(
      'collected_on',
      'collected_on is missing. It must be a day as YYYY-MM-DD, for example 2026-11-30.',
    );
  }
  return {
    key,
    channel: line.read('channel', channelForm) ?? 'paper',
    collectedOn: line.read('collected_on', dayForm) ?? '',
    consultation: cells.consultation ?? '',
    axis: cells.axis ?? '',
    place: cells.place ?? '',
    session: cells.session ?? '',
    language: keywordOf(cells.language || 'ar'),
    title: cells.title ?? '',
    body: cells.body ?? '',
    authorName: cells.author_name ?? '',
    authorNameVisible: line.read('author_name_visible', yesOrNoForm) ?? false,
    authorEmail: cells.author_email ?? '',
    authorPhone: withItsZero(cells.author_phone ?? ''),
  };
}

/** A spreadsheet that takes a telephone number for a quantity drops the zero that it begins with. */
function withItsZero(phone: string): string {
  return /^[5-8]\d{8}$/.test(plainText(phone)) ? `0${phone}` : phone;
}
