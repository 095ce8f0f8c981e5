/** What separates the cells of a table: commas, or the semicolons that spreadsheets in French and Arabic expect. */
export const tableSeparators = ['comma', 'semicolon'] as const;

/** See {@link tableSeparators}. */
export type TableSeparator = (typeof tableSeparators)[number];

/** One cell; null is an empty one. */
export type TableCell = string | number | boolean | null;

const signs = { comma: ',', semicolon: ';' } as const;

/**
 * CSV (RFC 4180, except for the semicolon) for spreadsheets: UTF-8 with a byte order mark, and an apostrophe before
 * each cell that a spreadsheet would take for a formula.
 */
export function csvTable(
  rows: readonly (readonly TableCell[])[],
  separator: TableSeparator = 'comma',
): string {
  const sign = signs[separator];
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(sign)}\r\n`).join('')}`;
}

// White space before the sign helps no spreadsheet to see that it is text. A spreadsheet that looks for the other
// separator divides a text where that stands, and begins a cell behind it, and behind a line break.
const first = /^(?=[\t\r]|\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/;
const inside = /(?<=[,;\t\r\n][\s"]*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;

function cell(value: TableCell): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return String(value ?? '');
  const harmless = value.replace(inside, "'").replace(first, "'");
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
