import { recordsOfTable, type Cells } from './table-file.js';

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

/** Lines of a table of proposals that were collected on paper, as they stand there; see docs/server.md for its columns. */
export function proposalsOfTable(text: string) {
  return recordsOfTable(text, columns).map(({ line, cells }) => ({ line, ...fieldsOf(cells) }));
}

function fieldsOf(cells: Cells) {
  const yes = /^(?:yes|oui|نعم|1)$/i.test(cells.author_name_visible ?? '');
  return {
    key: cells.key ?? '',
    channel: cells.channel || 'paper',
    collectedOn: cells.collected_on ?? '',
    consultation: cells.consultation ?? '',
    axis: cells.axis ?? '',
    place: cells.place ?? '',
    session: cells.session ?? '',
    language: cells.language || 'ar',
    title: cells.title ?? '',
    body: cells.body ?? '',
    authorName: cells.author_name ?? '',
    authorNameVisible: yes,
    authorEmail: cells.author_email ?? '',
    authorPhone: cells.author_phone ?? '',
  };
}
