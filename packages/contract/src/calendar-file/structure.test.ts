import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCalendar } from './index.js';
import { calendarsOf } from './structure.js';

/** Lines of a calendar as name, parameters and value, so that each can be written in many ways. */
type Line = readonly [
  name: string,
  parameters: readonly (readonly [string, string])[],
  value: string,
];

const event: readonly Line[] = [
  ['UID', [], 'a@commune.example'],
  ['SUMMARY', [['LANGUAGE', 'fr']], 'Réunion publique\\, salle des fêtes \\; étage 2 : accueil 😀'],
  ['DESCRIPTION', [['X-NOTE', 'a:b;c,d']], 'Première ligne\\nSeconde ligne = suite لقاء تشاوري'],
  [
    'DTSTART',
    [
      ['VALUE', 'DATE-TIME'],
      ['TZID', 'Romance Standard Time'],
    ],
    '20261202T150000',
  ],
  ['DTEND', [['TZID', 'Romance Standard Time']], '20261202T163000'],
  ['RRULE', [], 'FREQ=WEEKLY;COUNT=4'],
  ['EXDATE', [['VALUE', 'DATE']], '20261209'],
  [
    'RDATE',
    [
      ['VALUE', 'PERIOD'],
      ['TZID', 'Romance Standard Time'],
    ],
    '20261210T100000/PT1H',
  ],
  [
    'ORGANIZER',
    [
      ['CN', "Commune d'Ahfir: culture"],
      ['SENT-BY', 'mailto:a@b.example'],
    ],
    'mailto:c@b.example',
  ],
  ['LOCATION', [], 'Siège'],
  ['STATUS', [], 'TENTATIVE'],
  ['CLASS', [], 'PUBLIC'],
];
const secret: readonly Line[] = [
  ['UID', [], 'b'],
  ['SUMMARY', [], 'Secret'],
  ['DTSTART', [], '20261202T150000'],
  ['CLASS', [], 'CONFIDENTIAL'],
];
const component = (name: string, lines: readonly Line[]): Line[] => [
  ['BEGIN', [], name],
  ...lines,
  ['END', [], name],
];
const alarm = component('VALARM', [['DESCRIPTION', [], 'Rappel']]);
const calendar = component('VCALENDAR', [
  ['VERSION', [], '2.0'],
  ['X-WR-TIMEZONE', [['VALUE', 'TEXT']], 'Africa/Casablanca'],
  ...component('VEVENT', [...event, ...alarm]),
  ...component('VEVENT', secret),
]);

let state = 20261130;
function below(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}
const mixed = (text: string) =>
  [...text].map((letter) => (below(2) ? letter.toLowerCase() : letter.toUpperCase())).join('');
const shuffled = <Item>(items: readonly Item[]) =>
  items
    .map((item) => ({ item, at: below(1e6) }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);

function written([name, parameters, value]: Line): string {
  const parts = shuffled(parameters).map(([key, text]) => {
    const isBare = !/[,;:]/.test(text) && below(2) === 0;
    return `;${mixed(key)}=${isBare ? text : `"${text}"`}`;
  });
  const isName = /^(?:BEGIN|END|STATUS|CLASS)$/.test(name);
  return `${mixed(name)}${parts.join('')}:${isName ? mixed(value) : value}`;
}

function folded(line: string, end: string): string {
  return [...line]
    .map((letter, at) =>
      at > 0 && below(9) === 0 ? `${end}${below(2) ? ' ' : '\t'}${letter}` : letter,
    )
    .join('');
}

/** The same calendar, written in one of the ways in which programs write it. */
function someText(): string {
  const end = ['\r\n', '\n', '\r'][below(3)]!;
  const lines = calendar.map((line) => folded(written(line), end) + end.repeat(1 + below(3)));
  return (below(2) ? '\uFEFF' : '') + end.repeat(below(3)) + lines.join('');
}

describe('a calendar', () => {
  it('says the same however it is folded, capitalised, ordered, quoted and spaced', async () => {
    const read = (text: string) =>
      readCalendar(new TextEncoder().encode(text), { language: 'fr', today: '2026-11-30' });
    const plain = calendar.map(
      ([name, parameters, value]) =>
        name + parameters.map(([key, text]) => `;${key}="${text}"`).join('') + `:${value}\r\n`,
    );
    const expected = await read(plain.join(''));
    const [first] = expected.sessions;
    assert.equal(first?.title.fr, 'Réunion publique, salle des fêtes ; étage 2 : accueil 😀');
    assert.deepEqual(
      expected.sessions.map(({ startDate, startTime }) => `${startDate} ${startTime}`),
      ['2026-12-02 15:00', '2026-12-16 15:00', '2026-12-23 15:00', '2026-12-10 10:00'],
    );
    assert.equal(expected.privateEvents, 1);
    for (let run = 0; run < 500; run++) {
      const text = someText();
      assert.deepEqual(await read(text), expected, `run ${run}:\n${text}`);
    }
  });
});

describe('the lines of a calendar', () => {
  const valuesOf = async (...lines: string[]) => {
    const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n');
    const [calendar] = await calendarsOf(text);
    return calendar!.properties.map(({ name, parameters, value }) => [
      name,
      Object.fromEntries(parameters),
      value,
    ]);
  };
  it('keep what a program broke without folding', async () => {
    assert.deepEqual(
      await valuesOf('DESCRIPTION:Première ligne', 'Seconde : ligne', 'URL:https://a.example'),
      [
        ['DESCRIPTION', {}, 'Première ligne\\nSeconde : ligne'],
        ['URL', {}, 'https://a.example'],
      ],
    );
  });
  it('have parameters of several values, without quotation, and escaped ones (RFC 6868)', async () => {
    assert.deepEqual(await valuesOf('A;B="c;d","e:f";G=h,i;J;K=^n^\'^^:v'), [
      ['A', { B: 'c;d,e:f', G: 'h,i', J: '', K: '\n"^' }, 'v'],
    ]);
    assert.deepEqual(await valuesOf('A;B="never closed:v', 'nothing', ':x', 'C;D = e :f'), [
      ['A', { B: '"never closed' }, 'v\\nnothing\\n:x'],
      ['C', { D: 'e' }, 'f'],
    ]);
  });
  it('are in the component that began last, even if another one has no end', async () => {
    const [calendar] = await calendarsOf(
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nEND:VTODO\nVERSION:2.0\nEND:VCALENDAR\nUID:3',
    );
    assert.deepEqual(
      calendar!.components.map(({ isWhole, properties }) => [isWhole, properties[0]!.value]),
      [
        [false, '1'],
        [true, '2'],
      ],
    );
    assert.deepEqual([calendar!.isWhole, calendar!.properties.length], [true, 1]);
  });
});
