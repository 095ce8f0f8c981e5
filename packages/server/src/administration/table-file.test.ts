import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordsOfTable } from './table-file.js';

const columns = new Set(['key', 'body']);
const linesOf = (text: string) =>
  recordsOfTable(text, columns).map(({ line, cells }) => [cells.key, line]);

describe('a table', () => {
  for (const [name, end] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ] as const) {
    it(`names a record with line breaks in a cell by the line it begins at (${name})`, () => {
      const rows = [
        ...['key;body', 'one;"first', 'second', 'third"', 'two;short', '', ''],
        ...['three;"', 'a', '', 'b"', ';', 'four;"d"'],
      ];
      const lines = [
        ['one', 2],
        ['two', 5],
        ['three', 8],
        ['four', 13],
      ];
      assert.deepEqual(linesOf(rows.join(end)), lines);
      assert.deepEqual(linesOf(`\uFEFF${rows.join(end)}${end}`), lines);
    });
  }
});
