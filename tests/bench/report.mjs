// The tables of docs/benchmarks.md, as text.

const whole = (value) =>
  value === null || value === undefined ? '–' : Math.round(value).toLocaleString('en');
const tenth = (value) => (value === null || value === undefined ? '–' : value.toFixed(1));
const ratio = (value, base) => (value && base ? `${(value / base).toFixed(2)}×` : '–');

function table(headings, rows) {
  const align = headings.map((_, index) => (index < 1 ? '---' : '--:'));
  return [headings, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const isOurs = ({ name }) => name.startsWith('Nafida');
const isFloor = ({ name }) => name.startsWith('floor');
const byNumber = (key) => (a, b) => (a[key] ?? Infinity) - (b[key] ?? Infinity);

function sizeTable(rows) {
  const ours = rows.find(isOurs);
  const later = ({ later }) =>
    later.length ? whole(later.reduce((sum, { brotli }) => sum + brotli, 0)) : '–';
  return table(
    ['Loaded first', 'version', 'minified', 'gzip', 'brotli', 'of ours', 'later, brotli'],
    [...rows]
      .sort(byNumber('brotli'))
      .map((row) => [
        row.name,
        row.version,
        whole(row.minified),
        whole(row.gzip),
        whole(row.brotli),
        ratio(row.brotli, ours?.brotli),
        later(row),
      ]),
  );
}

function speedTable(rows, columns) {
  const ours = rows.find(isOurs);
  const main = columns.at(-1).key;
  return table(
    [
      'Median, ms',
      'runs',
      ...columns.map(({ title }) => title),
      `${columns.at(-1).title}, of ours`,
      'heap, MB',
      'DOM nodes',
    ],
    [...rows]
      .sort(byNumber(main))
      .map((row) => [
        isFloor(row) ? `*${row.name}*` : row.name,
        row.runs,
        ...columns.map(({ key, show }) => show(row[key])),
        ratio(row[main], ours?.[main]),
        tenth(row.heapMegabytes),
        whole(row.nodes),
      ]),
  );
}

function withoutCommunes(rows) {
  const { brotli, later } = rows.find(isOurs) ?? { brotli: 0, later: [] };
  const isNeeded = ({ path }) => !/^communes|^messages\.(?!ar)/.test(path);
  return later.filter(isNeeded).reduce((sum, file) => sum + file.brotli, brotli);
}

const columnsOf = {
  picker: [
    { key: 'mount', title: 'usable', show: whole },
    { key: 'openAimed', title: 'open, pointer there', show: whole },
    { key: 'open', title: 'open, out of nowhere', show: whole },
    { key: 'key', title: 'key to list', show: whole },
    { key: 'keyBusy', title: 'busy per key', show: tenth },
  ],
  calendar: [
    { key: 'mount', title: 'first month', show: whole },
    { key: 'nextBusy', title: 'busy per month', show: tenth },
    { key: 'next', title: 'next month', show: whole },
  ],
};

const titles = {
  picker: (amount) => `Pickers, ${amount.toLocaleString('en')} places`,
  calendar: (amount) => `Calendars, ${amount.toLocaleString('en')} sessions over a year`,
};

/** @returns {string} the whole page, Markdown */
export function report({ sizes, listBytes, speeds, runs, seed, machine }) {
  const parts = [
    '# Speed and size beside the peers',
    'Written by `npm run bench`; do not edit. Each contender is bundled the same way and used on the same page with the same data, turn by turn in one browser. ' +
      'Figures of different runs do not compare: machines drift. Differences under about 1.5 times are noise. ' +
      'The floor is a hand-written Lit list without names, keyboard or theming: a limit, not a product.',
    `${runs} runs, seed ${seed}; ${machine}.`,
    '**usable**: first statement of the bundle to two frames after the control can be used. **open**, **key to list**, **next month**: ' +
      'the press to the frame after the one in which the final list was first shown (two frames, about 33 ms, is the least that can be seen). ' +
      '**open** is measured twice: with a pointer that has been over the field for 200 ms, as a hand that aims is, and ' +
      'with one that arrives with its press, as a finger does. Ours loads its list when the pointer arrives (decision 0009). ' +
      '**busy**: script, style and layout on the main thread; for pickers with nobody watching the rows, for calendars with the clock in the page.',
  ];
  for (const kind of ['picker', 'calendar']) {
    const kindSizes = sizes.filter((row) => row.kind === kind);
    if (kindSizes.length === 0) continue;
    parts.push(`## ${kind === 'picker' ? 'Picker' : 'Calendar'}, bytes`, sizeTable(kindSizes));
    const lazy = kindSizes.find(isOurs)?.later ?? [];
    if (lazy.length) {
      parts.push(
        `Ours, loaded when first needed: ${lazy.map(({ path, brotli }) => `\`${path.replace(/-[A-Z0-9]{8}\.js$/, '')}\` ${whole(brotli)}`).join(', ')}.`,
      );
    }
    if (kind === 'picker') {
      parts.push(
        `The others have no places of their own: a list of codes and names, as JSON, is ${whole(listBytes)} bytes more (brotli). ` +
          `Ours with its Arabic texts, list, search and Floating UI, all but the communes: ${whole(withoutCommunes(kindSizes))}.`,
      );
    }
    const amounts = new Set(speeds.filter((row) => row.kind === kind).map(({ amount }) => amount));
    for (const amount of amounts) {
      for (const rate of [1, 4]) {
        const rows = speeds.filter(
          (row) => row.kind === kind && row.amount === amount && row.rate === rate,
        );
        if (rows.length === 0) continue;
        parts.push(
          `### ${titles[kind](amount)}, ${rate === 1 ? 'full speed' : `processor slowed ${rate} times`}`,
          speedTable(rows, columnsOf[kind]),
        );
        const failed = rows.filter(({ failures }) => failures.length);
        if (failed.length)
          parts.push(
            failed.map(({ name, failures }) => `${name}: ${failures.join('; ')}`).join('\n\n'),
          );
      }
    }
  }
  return `${parts.join('\n\n')}\n`;
}
