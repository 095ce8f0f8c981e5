// Packs data/*.tsv into the two modules a browser loads: `node generate.mjs` writes, `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';

const here = (path) => new URL(path, import.meta.url);
const EXPECTED = { region: 12, province: 75, commune: 1503, arrondissement: 41 };
const LEVEL_OF = {
  region: 'region',
  prefecture: 'province',
  province: 'province',
  urban: 'commune',
  rural: 'commune',
  arrondissement: 'arrondissement',
};

const places = readTable('data/places.tsv');
const aliases = readTable('data/aliases.tsv');
verifyPlaces();
verifyAliases();

const isFirstStep = (code) => code.split('.').length <= 2;
const stale = [
  ...emit('src/regions-and-provinces.data.ts', {
    regionsAndProvinces: packRegionsAndProvinces(),
  }),
  // Apart, so that a page that only shows names does not load them.
  ...emit('src/region-and-province-aliases.data.ts', {
    regionAndProvinceAliases: packAliases(isFirstStep),
  }),
  ...emit('src/communes.data.ts', {
    communes: packCommunes(),
    communeAliases: packAliases((code) => !isFirstStep(code)),
  }),
];
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: node packages/territory/generate.mjs`);
  process.exitCode = 1;
}

function readTable(path) {
  const [head, ...rows] = readFileSync(here(path), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return rows.map((row, index) => {
    const cells = row.split('\t');
    const line = `${path}:${index + 2}`;
    verify(cells.length <= columns.length, `${line}: more than ${columns.length} columns`);
    verify(row === row.normalize('NFC') && !/[|`\\$]| {2}/.test(row), `${line}: stray character`);
    return Object.fromEntries([
      ['line', line],
      ...columns.map((name, at) => [name, cells[at] ?? '']),
    ]);
  });
}

function verifyPlaces() {
  const codes = new Set(places.map((place) => place.code));
  verify(codes.size === places.length, 'places.tsv: a code appears twice');
  const counts = {};
  let previous = '';
  for (const place of places) {
    const { code, line } = place;
    const level = LEVEL_OF[place.kind];
    counts[level] = (counts[level] ?? 0) + 1;
    verify(code > previous, `${line}: lines are sorted by code`);
    verify(place.ar !== '' && place.fr !== '', `${line}: Arabic and French names are required`);
    verify(!codes.has(place.code2014), `${line}: code2014 is another place's present code`);
    const parent = parentCode(code, level);
    verify(level === 'region' || codes.has(parent), `${line}: parent ${parent} is missing`);
    verify((place.kind === 'urban') <= (code.split('.')[2] === '01'), `${line}: urban outside 01`);
    verify((place.kind === 'rural') <= (code.split('.')[2] !== '01'), `${line}: rural inside 01`);
    previous = code;
  }
  for (const [level, count] of Object.entries(EXPECTED)) {
    verify(counts[level] === count, `places.tsv: ${counts[level]} of level ${level}, not ${count}`);
  }
}

function verifyAliases() {
  const codes = new Set(places.map((place) => place.code));
  for (const { line, codes: targets } of aliases) {
    for (const code of targets.split(' ')) verify(codes.has(code), `${line}: no place ${code}`);
  }
}

function parentCode(code, level) {
  const segments = code.split('.');
  if (level === 'province') return segments[0];
  if (level === 'commune') return segments.slice(0, 2).join('.');
  return [...segments.slice(0, 3), '0'].join('.');
}

/** `01|ar|fr|en|zgh` for a region, `051HOC|…` for its provinces, `*511TNG|…` for a prefecture; en is left out when it equals fr. */
function packRegionsAndProvinces() {
  return places
    .filter((place) => isFirstStep(place.code))
    .map(({ code, kind, iso, ar, fr, en, zgh }) => {
      const own = kind === 'region' ? code : code.slice(3) + iso.slice(3);
      return [(kind === 'prefecture' ? '*' : '') + own, ar, fr, en === fr ? '' : en, zgh].join('|');
    })
    .join('\n');
}

/** `.02.113` opens a province; then `01.01|ar|fr`, only `03` where the cercle is unchanged, `*03` for an arrondissement, `05.07<03.07` with a code of 2014. */
function packCommunes() {
  const lines = [];
  let province = '';
  let cercle = '';
  for (const { code, code2014, kind, ar, fr } of places) {
    if (isFirstStep(code)) continue;
    if (!code.startsWith(`${province}.`) || province === '') {
      province = code.slice(0, 6);
      cercle = '';
      lines.push(`.${province}`);
    }
    verify(
      code2014 === '' || code2014.startsWith(province),
      `${code}: changed province since 2014`,
    );
    const [, , ownCercle, number] = code.split('.');
    const own = ownCercle === cercle ? number : `${ownCercle}.${number}`;
    const former = code2014 && `<${code2014.slice(7)}`;
    lines.push([(kind === 'arrondissement' ? '*' : '') + own + former, ar, fr].join('|'));
    cercle = ownCercle;
  }
  return lines.join('\n');
}

/** `code code|alias|alias`, with the codes of one loading step. */
function packAliases(inStep) {
  return aliases
    .map(({ codes, ['also typed']: spellings }) => [codes.split(' ').filter(inStep), spellings])
    .filter(([codes]) => codes.length > 0)
    .map(([codes, spellings]) => `${codes.join(' ')}|${spellings.split(', ').join('|')}`)
    .join('\n');
}

function emit(path, constants) {
  const body = Object.entries(constants).map(
    ([name, text]) => `export const ${name}: string = \`${text}\`;\n`,
  );
  const source = `// Generated by generate.mjs from data/*.tsv: edit those.\n${body.join('\n')}`;
  if (!process.argv.includes('--check')) {
    writeFileSync(here(path), source);
    return [];
  }
  return readFileSync(here(path), 'utf8') === source ? [] : [`packages/territory/${path}`];
}

function verify(holds, message) {
  if (!holds) throw new Error(message);
}
