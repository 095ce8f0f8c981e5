import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Place } from './index.js';
import {
  PLACE_LEVELS,
  ancestorsOf,
  childrenOf,
  communesLoaded,
  isWithin,
  loadCommunes,
  nameOf,
  parentOf,
  placeOf,
} from './index.js';

function placesUnder(code?: string): Place[] {
  return childrenOf(code).flatMap((place) => [place, ...placesUnder(place.code)]);
}

function known(code: string): Place {
  const place = placeOf(code);
  assert.ok(place, code);
  return place;
}

const codesOf = (places: readonly Place[]) => places.map((place) => place.code);

describe('before communes are loaded', () => {
  test('12 regions and 75 provinces are known', () => {
    assert.equal(communesLoaded(), false);
    const levels = placesUnder().map((place) => place.level);
    assert.equal(levels.filter((level) => level === 'region').length, 12);
    assert.equal(levels.filter((level) => level === 'province').length, 75);
    assert.equal(levels.length, 87);
  });

  test('a commune is not known, but its code says where it lies', () => {
    assert.equal(placeOf('02.113.01.09'), undefined);
    assert.deepEqual(childrenOf('02.113'), []);
    assert.equal(isWithin('02.113.01.09', '02.113'), true);
    assert.equal(isWithin('02.113.01.09', '02'), true);
    assert.equal(isWithin('02.113.01.09', '06'), false);
  });
});

describe('with communes loaded', () => {
  before(() => Promise.all([loadCommunes(), loadCommunes()]));

  test('loading twice adds nothing twice', async () => {
    await loadCommunes();
    assert.equal(communesLoaded(), true);
    assert.equal(new Set(codesOf(placesUnder())).size, placesUnder().length);
  });

  test('there are 12 regions, 75 provinces, 1,503 communes and 41 arrondissements', () => {
    const all = placesUnder();
    assert.deepEqual(
      PLACE_LEVELS.map((level) => all.filter((place) => place.level === level).length),
      [12, 75, 1503, 41],
    );
    const kinds = ['prefecture', 'province', 'urban', 'rural'];
    assert.deepEqual(
      kinds.map((kind) => all.filter((place) => place.kind === kind).length),
      [13, 62, 242, 1261],
    );
  });

  test('every place lies in its parent and one level below it, except that arrondissements lie in cities', () => {
    for (const place of placesUnder()) {
      const parent = parentOf(place);
      if (place.level === 'region') {
        assert.equal(parent, undefined);
        continue;
      }
      assert.ok(parent && childrenOf(parent.code).includes(place), place.code);
      assert.equal(PLACE_LEVELS.indexOf(parent.level) + 1, PLACE_LEVELS.indexOf(place.level));
      assert.ok(isWithin(place.code, parent.code) && !isWithin(parent.code, place.code));
    }
  });

  test('ancestors come nearest first', () => {
    const maarif = known('06.141.01.03');
    assert.deepEqual(codesOf(ancestorsOf(maarif)), ['06.141.01.0', '06.141', '06']);
    assert.deepEqual(ancestorsOf(known('06')), []);
  });

  test('six cities have arrondissements, and communes beside them do not lie in them', () => {
    const cities = placesUnder().filter(
      (place) => place.level === 'commune' && childrenOf(place.code).length > 0,
    );
    assert.deepEqual(
      cities.map((city) => [city.names.fr, childrenOf(city.code).length]),
      [
        ['Tanger', 4],
        ['Fès', 6],
        ['Rabat', 5],
        ['Salé', 5],
        ['Casablanca', 16],
        ['Marrakech', 5],
      ],
    );
    assert.equal(known('06.141.01.81').parentCode, '06.141');
    assert.equal(isWithin('06.141.01.81', '06.141.01.0'), false);
    assert.equal(isWithin('06.141.01.41', '06.141.01.0'), true);
    assert.equal(isWithin('06.141.01.41', '06.141'), true);
  });

  test('parents follow the HCP code where published ISO lists are wrong', () => {
    const byIso = (iso: string) => placesUnder().find((place) => place.iso === iso);
    assert.equal(byIso('MA-CHT')?.parentCode, '09');
    assert.equal(byIso('MA-NOU')?.parentCode, '06');
  });

  test('every region and province has its own ISO code, and nothing else has one', () => {
    const withIso = placesUnder().filter((place) => place.iso);
    assert.equal(new Set(withIso.map((place) => place.iso)).size, 87);
    for (const { iso, level } of withIso) {
      assert.match(iso ?? '', level === 'region' ? /^MA-\d\d$/ : /^MA-[A-Z]{3}$/);
    }
  });

  test('207 communes are found by their code of 2014 too, and no code of today is lost to one', () => {
    const renumbered = placesUnder().filter((place) => place.code2014);
    assert.equal(renumbered.length, 207);
    for (const place of renumbered) {
      assert.equal(placeOf(place.code2014 ?? ''), place);
      assert.equal(placeOf(place.code), place);
    }
    assert.equal(placeOf('09.163.07.01'), known('09.163.01.01'));
    assert.equal(isWithin('09.163.07.01', '09.163'), true);
  });

  test('an unknown code is no place, has no children and contains nothing', () => {
    for (const code of [
      '',
      '2',
      '99',
      '02.113.',
      '06.141.01',
      'MA-BER',
      '__proto__',
      'constructor',
    ]) {
      assert.equal(placeOf(code), undefined, code);
      assert.deepEqual(childrenOf(code), [], code);
    }
    assert.equal(isWithin('02.113', ''), false);
    assert.equal(isWithin('', '02'), false);
  });

  test('names are whole: no place without Arabic and French, 87 with English, 86 with Tifinagh', () => {
    const all = placesUnder();
    assert.ok(all.every(({ names }) => /^[\u0621-\u064a -]+$/.test(names.ar)));
    assert.ok(all.every(({ names }) => /^[\p{Script=Latin}' -]+$/u.test(names.fr)));
    assert.equal(all.filter(({ names }) => names.en).length, 87);
    assert.equal(all.filter(({ names }) => names.zgh).length, 86);
    assert.ok(all.every(({ names }) => /^[\u2d30-\u2d7f ]*$/.test(names.zgh ?? '')));
  });

  test('a name is marked with the language and direction that it has, not with those asked for', () => {
    const berkane = known('02.113');
    assert.deepEqual(nameOf(berkane, 'ar'), { text: 'بركان', lang: 'ar', dir: 'rtl' });
    assert.deepEqual(nameOf(berkane, 'fr'), { text: 'Berkane', lang: 'fr', dir: 'ltr' });
    assert.deepEqual(nameOf(known('03.231'), 'en'), { text: 'Fez', lang: 'en', dir: 'ltr' });
    assert.deepEqual(nameOf(berkane, 'zgh'), {
      text: 'ⵜⴰⵎⵏⴱⴰⴹⵜ ⵏ ⴱⵔⴽⴰⵏ',
      lang: 'zgh',
      dir: 'ltr',
    });
    const ahfir = known('02.113.01.01');
    assert.deepEqual(nameOf(ahfir, 'en'), { text: 'Ahfir', lang: 'fr', dir: 'ltr' });
    assert.deepEqual(nameOf(ahfir, 'zgh'), { text: 'أحفير', lang: 'ar', dir: 'rtl' });
    assert.equal(nameOf(known('06.111'), 'zgh').lang, 'ar', 'MA-BES has no Tifinagh label');
  });

  test('homonyms: 15 Arabic names are shared by 32 communes, 60 communes bear the French name of their province', () => {
    const communes = placesUnder().filter((place) => place.level === 'commune');
    const bearers = new Map<string, number>();
    for (const { names } of communes) bearers.set(names.ar, (bearers.get(names.ar) ?? 0) + 1);
    const shared = [...bearers.values()].filter((count) => count > 1);
    assert.equal(shared.length, 15);
    assert.equal(
      shared.reduce((sum, count) => sum + count),
      32,
    );
    assert.equal(
      communes.filter((place) => parentOf(place)?.names.fr === place.names.fr).length,
      60,
    );
  });
});

describe('the packed data', () => {
  const generator = fileURLToPath(new URL('../generate.mjs', import.meta.url));

  test('is up to date with data/*.tsv', () => {
    execFileSync(process.execPath, [generator, '--check']);
  });

  test('says what the readable table says', async () => {
    await loadCommunes();
    const table = readFileSync(new URL('../data/places.tsv', import.meta.url), 'utf8').trimEnd();
    const [, ...rows] = table.split('\n').map((row) => row.split('\t'));
    assert.equal(rows.length, 1631);
    for (const [code = '', code2014, kind, iso, ar, fr, en, zgh] of rows) {
      const { names, ...place } = known(code);
      assert.equal(place.kind, kind);
      assert.equal(place.code2014, code2014 || undefined);
      assert.equal(place.iso, iso || undefined);
      assert.deepEqual(
        [names.ar, names.fr, names.en ?? '', names.zgh ?? ''],
        [ar, fr, en ?? '', zgh ?? ''],
      );
    }
  });
});
