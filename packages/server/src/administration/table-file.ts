import { plainText } from '@nafida/contract';
import { parse } from 'csv-parse/sync';
import { CommandError } from '../command-error.js';
import type { CellForm } from './cell-forms.js';

/** The cells of one line by the names of their columns; an empty one is an empty text. */
export type Cells = Readonly<Record<string, string>>;

/** A line of a table, with the number that it begins at in the file; cells may hold line breaks. */
export class TableLine {
  readonly line: number;
  readonly cells: Cells;
  readonly #issues = new Map<string, string>();

  constructor(line: number, cells: Cells) {
    this.line = line;
    this.cells = cells;
  }

  /** The issues of the line, for the person who has to correct it. */
  get issues(): string[] {
    return [...this.#issues.values()].map((sentence) => `Line ${this.line}: ${sentence}`);
  }

  /** What a cell means; undefined if it is empty, or cannot be read, which is then one of {@link issues}. */
  read<Value>(column: string, { read, wanted }: CellForm<Value>): Value | undefined {
    const text = this.cells[column];
    if (!text) return undefined;
    const value = read(text);
    if (value === undefined) {
      const how = typeof wanted === 'string' ? wanted : wanted(text);
      this.note(column, `${this.named(column)} cannot be read: ${how}`);
    }
    return value;
  }

  /** Notes one issue of a column; the first one stays. */
  note(column: string, sentence: string): void {
    if (!this.#issues.has(column)) this.#issues.set(column, sentence);
  }

  /** A column with what its cell holds: `start_date "10/05/27"`. */
  named(column: string): string {
    const text = this.cells[column];
    return text ? `${column} "${shortened(text)}"` : column;
  }
}

/** A table as it was read: its lines, and what is wrong with its columns. */
export interface Table {
  readonly lines: readonly TableLine[];
  readonly issues: readonly string[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The lines of a CSV table with a header line, as spreadsheets write them: separated by semicolons, commas or tabs,
 * with or without `sep=;`, with empty lines and columns. Names of columns may differ in case, spaces and accents.
 * Throws a sentence if it is not a table.
 */
export function readTable(text: string, columns: ReadonlySet<string>): Table {
  const { body, separator } = withoutSeparatorLine(
    text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
  );
  const known = new Map([...columns].map((name) => [nameKey(name), name]));
  const namesIn = ({ cells }: Row) => cells.map((cell) => known.get(nameKey(cell)));
  const delimiter = separator ?? likeliest(body, (row) => namesIn(row).filter(Boolean).length);
  const [header, ...rows] = rowsOf(body, delimiter).filter(({ cells }) => cells.some(Boolean));
  if (!header) throw new CommandError('The table is empty: its first line names the columns.');

  const names = namesIn(header);
  const issues: string[] = [];
  header.cells.forEach((cell, at) => {
    if (cell && !names[at]) {
      issues.push(`Line ${header.line}: no column is called "${shortened(cell)}"`);
    } else if (names[at] && names.indexOf(names[at]) < at) {
      issues.push(`Line ${header.line}: the column ${names[at]} stands there twice`);
    }
  });
  if (issues.some((sentence) => sentence.includes('is called'))) {
    const families = new Set([...columns].map((name) => name.replace(/_(?:ar|fr|zgh|en)$/, '_…')));
    issues.push(`The columns are: ${[...families].join(', ')}.`);
  }
  const lines = rows.map(({ line, cells }) => {
    const named = new TableLine(
      line,
      Object.fromEntries(names.flatMap((name, at) => (name ? [[name, cells[at] ?? '']] : []))),
    );
    cells.forEach((cell, at) => {
      const column = names[at] ?? `column ${at + 1}`;
      if (lostLetters.test(cell)) {
        named.note(
          column,
          `${column} "${shortened(cell)}" has lost its letters: save the table as "CSV UTF-8"`,
        );
      } else if (cell && !header.cells[at]) {
        named.note(column, `${column} holds "${shortened(cell)}", and has no name`);
      }
    });
    return named;
  });
  return { lines, issues };
}

/** All that is wrong with a table, for one answer. */
export function issuesOf({ lines, issues }: Table): string[] {
  return [...issues, ...lines.flatMap((line) => line.issues)];
}

// Excel writes question marks for letters that its code page has not.
const lostLetters = /^[?\s]*\?\s*\?\s*\?[?\s]*$|\uFFFD/;

/** A header's name as it is compared: without case, accents, spaces and signs. */
const nameKey = (name: string) =>
  plainText(name)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Excel's line about the separator comes before the header; the lines keep their numbers. */
function withoutSeparatorLine(text: string) {
  const [line, separator] = /^"?sep=(.)"?[;,\t]*(?=\n|$)/i.exec(text) ?? [];
  return line === undefined
    ? { body: text, separator: undefined }
    : { body: text.slice(line.length), separator };
}

function likeliest(body: string, fits: (header: Row) => number): string {
  const score = (delimiter: string) => {
    try {
      const [header] = rowsOf(body, delimiter, 50).filter(({ cells }) => cells.some(Boolean));
      return header ? fits(header) : 0;
    } catch {
      return 0;
    }
  };
  const scores = [';', '\t', ','].map((delimiter) => ({ delimiter, score: score(delimiter) }));
  const best = Math.max(...scores.map((each) => each.score));
  return scores.find((each) => each.score === best)?.delimiter ?? ',';
}

function rowsOf(body: string, delimiter: string, most = -1): Row[] {
  let records: { record: string[]; raw: string; info: { lines: number } }[];
  try {
    // Of two characters that break a line inside a cell the parser counts both.
    records = parse(body, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: most,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    throw new CommandError(`The table cannot be read: ${(error as Error).message}`);
  }
  return records.map(({ record, raw, info }) => ({
    // The parser tells the last of its lines.
    line: info.lines - (raw.trim().split('\n').length - 1),
    cells: record.map(cellText),
  }));
}

/** A cell without the space around it; the apostrophe by which our own exports keep formulas still belongs to them. */
function cellText(cell: string): string {
  const text = cell.trim();
  return (plainText(text) && text).replace(/^'(?=\s*[=+\-@])/, '');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
