import type { Proposal } from './proposal.js';

/** Most rows of a table. */
export const tableLimit = 20_000;

type Cell = string | number | null;

const columns: readonly (readonly [name: string, valueOf: (proposal: Proposal) => Cell])[] = [
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

/**
 * Published proposals as CSV (RFC 4180) that spreadsheets open as it is meant: UTF-8 with a mark, and no cell that they
 * would take for a formula (such a cell begins with an apostrophe).
 */
export function proposalTable(proposals: readonly Proposal[]): string {
  const rows = proposals.map((proposal) => columns.map(([, valueOf]) => cell(valueOf(proposal))));
  return `\uFEFF${[columns.map(([name]) => name), ...rows].map((row) => `${row.join()}\r\n`).join('')}`;
}

// White space before the sign helps no spreadsheet to see that it is text.
const formula = /^\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

function cell(value: Cell): string {
  const text = String(value ?? '');
  const harmless = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
