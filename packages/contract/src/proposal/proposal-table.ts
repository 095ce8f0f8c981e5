import { csvTable, type TableCell, type TableSeparator } from '../text/csv-table.js';
import type { Proposal } from './proposal.js';

/** Most rows of a table. */
export const tableLimit = 20_000;

const columns: readonly (readonly [name: string, valueOf: (proposal: Proposal) => TableCell])[] = [
  ['reference', ({ reference }) => reference],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['consultation', ({ consultation }) => consultation],
  ['axis', ({ axis }) => axis],
  ['territory', ({ territory }) => territory && territory.code],
  ['territory_vintage', ({ territory }) => territory && territory.vintage],
  ['language', ({ body }) => body.language],
  ['title', ({ title }) => title.text],
  ['body', ({ body }) => body.text],
  ['author', ({ author }) => author],
  ['channel', ({ channel }) => channel],
  ['collected_on', ({ collectedOn }) => collectedOn],
  ['session', ({ session }) => session && session.id],
  ['status', ({ status }) => status],
  ['answer_ar', ({ answer }) => answer && (answer.text.ar ?? null)],
  ['answer_fr', ({ answer }) => answer && (answer.text.fr ?? null)],
  ['answered_at', ({ answer }) => answer && answer.answeredAt],
  ['supports', ({ supports }) => supports],
  // As in the protocol's JSON: under the server's base URL, with spaces between them.
  ['attachments', ({ attachments }) => attachments.map(({ path }) => path).join(' ')],
];

/** Published proposals as CSV, see {@link csvTable}. */
export function proposalTable(
  proposals: readonly Proposal[],
  separator: TableSeparator = 'comma',
): string {
  const rows = proposals.map((proposal) => columns.map(([, valueOf]) => valueOf(proposal)));
  return csvTable([columns.map(([name]) => name), ...rows], separator);
}
