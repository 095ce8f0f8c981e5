import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvTable, tableSeparators } from '../index.js';

/** The cells of a table as a spreadsheet sees them that divides lines by `sign`; quotes count at the start of a cell. */
function cellsSeen(text: string, sign: string): string[] {
  const cells: string[] = [];
  let rest = text.replace(/^\uFEFF/, '');
  while (rest !== '') {
    const [whole = '', quoted] =
      /^"((?:[^"]|"")*)"[^\r\n,;\t]*/.exec(rest) ?? new RegExp(`^[^${sign}\r\n]*`).exec(rest) ?? [];
    cells.push(quoted?.replaceAll('""', '"') ?? whole);
    rest = rest.slice(Math.max(whole.length, 0)).replace(/^(?:\r\n|[\s\S])/, '');
  }
  return cells;
}

describe('a table for spreadsheets', () => {
  it('separates cells by commas, or by semicolons on request', () => {
    const rows = [
      ['name', 'n', 'yes'],
      ['a;b', 1.5, true],
      ['a,b "c"', -2, null],
    ];
    assert.equal(csvTable(rows), '\uFEFFname,n,yes\r\n"a;b",1.5,yes\r\n"a,b ""c""",-2,\r\n');
    assert.equal(
      csvTable(rows, 'semicolon'),
      '\uFEFFname;n;yes\r\n"a;b";1.5;yes\r\n"a,b ""c""";-2;\r\n',
    );
  });
  it('has no cell that is a formula, whichever separator the spreadsheet looks for', () => {
    const signs = ['=', '+', '-', '@', '\uFF0B', '\uFF0D', '\uFF1D', '\uFF20'];
    const before = [
      '',
      ' ',
      'a;',
      'a,',
      'a\t',
      'a\n',
      'a; ',
      'a," ',
      'a\r\n',
      '\n',
      '\t',
      'a;;',
      '";',
    ];
    for (const separator of tableSeparators) {
      for (const sign of signs) {
        for (const start of before) {
          const text = `${start}${sign}1+cmd|' /C calc'!A0;,z`;
          const table = csvTable([['ref', text, 'end']], separator);
          for (const seen of [',', ';', '\t']) {
            for (const cell of cellsSeen(table, seen)) {
              assert.doesNotMatch(
                cell,
                /^[\s"]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/,
                JSON.stringify([table, seen]),
              );
            }
          }
        }
      }
    }
  });
});
