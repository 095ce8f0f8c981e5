import { parse } from 'csv-parse/sync';
import { CommandError } from './command-error.js';

/** The cells of one line by the names of their columns; an empty one is an empty text. */
export type Cells = Readonly<Record<string, string>>;

/** A line of a table with the number that it begins at in the file; cells may hold line breaks. */
export interface TableLine {
  readonly line: number;
  readonly cells: Cells;
}

/**
 * The lines of a CSV table with a header line. Spreadsheets in French write semicolons: the header tells which
 * character divides. Throws a sentence for what is no table, and for columns that nobody knows.
 */
export function recordsOfTable(text: string, columns: ReadonlySet<string>): TableLine[] {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [';', '\t', ','].find((character) => header.includes(character)) ?? ',';
  let records: { record: Cells; raw: string; info: { lines: number } }[];
  try {
    // Of two characters that break a line inside a cell the parser counts both.
    records = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      info: true,
      raw: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    throw new CommandError(`The table cannot be read: ${(error as Error).message}`);
  }
  const unknown = Object.keys(records[0]?.record ?? {}).filter((name) => !columns.has(name));
  if (unknown.length > 0) {
    throw new CommandError(
      `Unknown columns: ${unknown.join(', ')}. Known ones: ${[...columns].join(', ')}.`,
    );
  }
  return records.map(({ record, raw, info }) => ({
    // The parser tells the last of its lines.
    line: info.lines - (raw.trim().split('\n').length - 1),
    cells: record,
  }));
}
