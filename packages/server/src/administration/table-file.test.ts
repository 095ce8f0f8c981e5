import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { issuesOf, readTable } from './table-file.js';

const columns = new Set(['key', 'body']);
const linesOf = (text: string) =>
  readTable(text, columns).lines.map(({ line, cells }) => [cells.key, line]);

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

  for (const [name, text] of [
    ['a line about its separator', 'sep=;\r\nkey;body\r\none;a, b'],
    ['the same line saved once more', '"sep=;",\nkey;body\none;a, b'],
    ['tabs', 'sep=\t\nkey\tbody\none\ta, b'],
    ['commas', '\n\nkey,body\none,"a, b"'],
    ['empty columns and lines', 'key;body;;;\none;a, b;;;\n;;;;;;;;\n;\n'],
    ['empty lines before it', ';;\n\nkey;body;\none;a, b\n'],
    ['cells left out at the end', 'key;body;\none;a, b'],
    ['other spellings in its header', '\uFEFF KEY ;B\u00F3-dy\u200F\none;a, b'],
    ['the apostrophe of an export', "key;body\none;'=a, b"],
  ] as const) {
    it(`is read with ${name}`, () => {
      const table = readTable(text, columns);
      assert.deepEqual(issuesOf(table), []);
      assert.deepEqual(
        table.lines.map(({ cells: { key, body } }) => [key, body?.replace('=', '')]),
        [['one', 'a, b']],
      );
    });
  }

  it('names the place and the content of everything that cannot be read', () => {
    const table = readTable('key;colour;body;body;\none;red;a;b;c\ntwo;red;?????;;', columns);
    assert.deepEqual(issuesOf(table), [
      'Line 1: no column is called "colour"',
      'Line 1: the column body stands there twice',
      'The columns are: key, body.',
      'Line 2: column 5 holds "c", and has no name',
      'Line 3: body "?????" has lost its letters: save the table as "CSV UTF-8"',
    ]);
    assert.throws(() => readTable(' \n;;\n', columns), /is empty/);
  });
});
