import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { foldWords } from './folding.js';
import type { PlaceMatch, SearchOptions } from './index.js';
import {
  childrenOf,
  isWithin,
  loadCommunes,
  nameOf,
  placeOf,
  prepareSearch,
  search,
} from './index.js';

const codes = (query: string, options?: SearchOptions) =>
  search(query, options).map(({ place }) => place.code);

/** The name with what is lit up in brackets. */
function lit({ name, ranges }: PlaceMatch | undefined = assert.fail('nothing found')): string {
  return [...ranges]
    .reverse()
    .reduce(
      (text, [start, end]) =>
        `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      name.text,
    );
}

describe('before communes are loaded', () => {
  test('regions and provinces are found, by former names too', () => {
    assert.deepEqual(codes('berkane'), ['02.113']);
    assert.deepEqual(codes('برکان'), ['02.113']);
    assert.deepEqual(codes('mogador'), ['07.211']);
    assert.deepEqual(codes('fez'), ['03.231', '03']);
  });

  test('communes are found once loaded, in a search that was used before', async () => {
    assert.deepEqual(codes('ahfir'), []);
    await loadCommunes();
    await prepareSearch();
    assert.deepEqual(codes('ahfir'), ['02.113.01.01']);
  });
});

describe('with communes loaded', () => {
  before(() => loadCommunes());

  test('nothing typed, and nothing but signs, finds nothing', () => {
    for (const query of ['', '   ', '\u0640', '؟', "'", '-', '…', '😀', '\u200f', '名']) {
      assert.deepEqual(codes(query), [], JSON.stringify(query));
    }
  });

  test('any text is answered: pasted pages, control characters, half a surrogate pair', () => {
    for (const query of [
      'سيدي '.repeat(5_000),
      'a b '.repeat(99),
      '\0',
      '\ud800',
      '(.*)+$',
      '%',
      '\\',
    ]) {
      assert.ok(Array.isArray(search(query)));
    }
    assert.equal(codes(`berkane${' '.repeat(300)}x`)[0], '02.113');
  });

  test('exact comes before beginning, beginning before word, word before typing error', () => {
    assert.deepEqual(codes('fès').slice(0, 3), ['03.231', '03.231.01.0', '03']);
    const kinds = search('sale', { limit: 50 }).map(({ place }) => place.names.fr);
    assert.deepEqual(kinds.slice(0, 2), ['Salé', 'Salé']);
    const mellal = search('mellal').map(({ place }) => place.names.fr);
    assert.equal(mellal[0], 'Béni Mellal-Khénifra');
  });

  test('the larger of two equals comes first, unless its level was typed or it lies near', () => {
    assert.deepEqual(codes('berkane').slice(0, 2), ['02.113', '02.113.01.09']);
    assert.equal(codes('commune de berkane')[0], '02.113.01.09');
    assert.equal(codes('جماعة بركان')[0], '02.113.01.09');
    assert.equal(codes('sidi boubker', { near: '02' })[0], '02.275.09.15');
    assert.equal(codes('sidi boubker', { near: '07.427' })[0], '07.427.09.15');
  });

  test('near moves what lies inside first and leaves out nothing', () => {
    const options = { limit: 2000 };
    const near = codes('ait', { ...options, near: '09' });
    assert.deepEqual([...near].sort(), codes('ait', options).sort());
    const exact = search('ajdir', { near: '03' }).filter((match) => match.isExact);
    assert.deepEqual(
      exact.map(({ place }) => place.code),
      ['03.561.03.01', '01.051.01.09'],
    );
  });

  test('within and levels leave out everything else', () => {
    const inOriental = codes('sidi', { within: '02', limit: 2000 });
    assert.ok(inOriental.length > 5 && inOriental.every((code) => isWithin(code, '02')));
    assert.deepEqual(codes('casablanca', { levels: ['region'] }), ['06']);
    assert.deepEqual(codes('agdal', { levels: ['arrondissement'], within: '03' }), [
      '03.231.01.01',
    ]);
    assert.deepEqual(codes('marrakech', { within: '02' }), []);
    assert.deepEqual(codes('marrakech', { within: 'nowhere' }), []);
    assert.deepEqual(codes('marrakech', { levels: [] }), []);
  });

  test('a typing error is forgiven inside a territory even where the word exists outside it', () => {
    assert.deepEqual(codes('berkane', { within: '02.265' }), ['02.265.05.03']);
  });

  test('beside places that are what was typed, others are at most one typing error away', () => {
    const names = (query: string) =>
      search(query, { locale: 'fr' }).map(({ place }) => place.names.fr);
    assert.deepEqual(names('berk'), ['Berkane', 'Berkane', 'Hassi-Berkane']);
    const malal = search('بني مالل').map(({ place }) => place.names.ar);
    assert.ok(malal.includes('بني مالك') && malal.includes('بني ملال'));
  });

  test('limit cuts the same list', () => {
    const all = codes('ait', { limit: 2000 });
    assert.ok(all.length > 80);
    assert.deepEqual(codes('ait', { limit: 7 }), all.slice(0, 7));
    assert.deepEqual(codes('ait'), all.slice(0, 20));
    assert.deepEqual(codes('ait', { limit: 0 }), []);
  });

  test('a level alone lists its places', () => {
    assert.equal(codes('جهة', { limit: 100 }).length, 12);
    assert.equal(codes('province', { limit: 100 }).length, 75);
    assert.deepEqual(codes('province', { within: '12' }), ['12.066', '12.391']);
    assert.deepEqual(codes('région', { levels: ['commune'] }), []);
  });

  test('codes of 2024, 2014 and ISO find their place, and a beginning finds those that go on', () => {
    assert.deepEqual(codes('02.113.01.09'), ['02.113.01.09']);
    assert.deepEqual(codes('٠٢.١١٣.٠١.٠٩'), ['02.113.01.09']);
    assert.deepEqual(codes('01.511.81.05'), ['01.511.05.19']);
    assert.deepEqual(codes('ma-nou'), ['06.385']);
    assert.deepEqual(codes('12.3', { levels: ['province'] }), ['12.391']);
    const [first] = search('02.113');
    assert.deepEqual([first?.isExact, first?.ranges], [true, []]);
    assert.deepEqual(codes('99.999'), []);
  });

  test('the match shows the name that was found, in its language', () => {
    const shown = (query: string, options?: SearchOptions) => search(query, options)[0]?.name;
    assert.deepEqual(shown('berkane', { locale: 'ar' }), {
      text: 'Berkane',
      lang: 'fr',
      dir: 'ltr',
    });
    assert.deepEqual(shown('berkane', { locale: 'en' }), {
      text: 'Berkane',
      lang: 'en',
      dir: 'ltr',
    });
    assert.deepEqual(shown('بركان', { locale: 'fr' }), { text: 'بركان', lang: 'ar', dir: 'rtl' });
    assert.deepEqual(shown('fez', { locale: 'fr' }), { text: 'Fez', lang: 'en', dir: 'ltr' });
  });

  test('a language, level or territory that does not exist is answered, and never thrown at', () => {
    const any = (value: unknown) => value as never;
    for (const locale of ['es', '', 'constructor', 'toString', null, 7, 'ES-es']) {
      const [match] = search('02.113', { locale: any(locale) });
      assert.equal(match?.name.text, 'بركان', String(locale));
      assert.equal(nameOf(placeOf('02')!, any(locale)).lang, 'ar', String(locale));
      assert.deepEqual(codes('berkane', { locale: any(locale) }).slice(0, 1), ['02.113']);
    }
    assert.equal(search('02.113', { locale: any('fr-MA') })[0]?.name.text, 'Berkane');
    assert.deepEqual(codes('berkane', { levels: any(['city']) }), []);
    assert.deepEqual(codes('berkane', { within: '99' }), []);
    assert.deepEqual(codes('berkane', { near: 'nowhere' }), codes('berkane'));
    assert.equal(placeOf('nowhere'), undefined);
    assert.deepEqual(childrenOf('nowhere'), []);
    assert.equal(isWithin('nowhere', '02'), false);
  });

  test('an alias is searched by and never shown', () => {
    const [match] = search('Port-Lyautey', { locale: 'fr' });
    assert.deepEqual(match?.name, { text: 'Kénitra', lang: 'fr', dir: 'ltr' });
    assert.deepEqual([match.ranges, match.isExact], [[], true]);
    assert.equal(lit(search('casa', { locale: 'fr' })[0]), '[Casa]blanca');
  });

  test('Tifinagh is searched by everywhere and shown only to a page in Amazigh', () => {
    assert.equal(search('ⴱⵔⴽⴰⵏ', { locale: 'fr' })[0]?.name.text, 'Berkane');
    assert.equal(lit(search('ⴱⵔⴽⴰⵏ', { locale: 'zgh' })[0]), 'ⵜⴰⵎⵏⴱⴰⴹⵜ ⵏ [ⴱⵔⴽⴰⵏ]');
    // Communes have no Tifinagh name: read aloud, the word is their French one.
    assert.equal(lit(search('ⵉⵎⵉⵍⵛⵉⵍ', { locale: 'zgh' })[0]), '[Imilchil]');
    const latin = search('casa', { limit: 100 }).map(({ place }) => place.code);
    assert.ok(!latin.includes('04.481'), 'ⵇⴰⵙⴰⵎ does not answer casa');
  });

  test('what was typed is lit up, whatever stands between its letters', () => {
    const first = (query: string, locale: 'ar' | 'fr' = 'fr') => lit(search(query, { locale })[0]);
    assert.equal(first('berk'), '[Berk]ane');
    assert.equal(first('ken'), '[Kén]itra');
    assert.equal(first('khen'), '[Khén]ifra');
    assert.equal(first('tantan'), '[Tan-Tan]');
    assert.equal(first('mdiq'), "[M'diq]");
    assert.equal(first('jadida'), 'El [Jadida]');
    assert.equal(first('rachid'), 'E[rrachid]ia');
    assert.equal(first('er rach'), '[Errach]idia');
    assert.equal(first('beni mell'), '[Béni Mell]al-Khénifra');
    assert.equal(first('berkanne'), '[Berkane]');
    assert.equal(first('جديد', 'ar'), 'ال[جديد]ة');
    assert.equal(first('الدار البي', 'ar'), '[الدار البي]ضاء-سطات');
    assert.equal(first('اولاد تيمة', 'ar'), '[أولاد تايمة]');
    assert.equal(first('sidi slimane berkane'), '[Sidi Slimane] Echcharaa');
    assert.equal(first('settat casablanca'), '[Casablanca-Settat]');
  });

  test('one alias file line brings each of its places among the first, and none is idle', () => {
    const table = readFileSync(new URL('../data/aliases.tsv', import.meta.url), 'utf8').trimEnd();
    for (const line of table.split('\n').slice(1)) {
      const [targets = '', aliases = ''] = line.split('\t');
      for (const alias of aliases.split(', ')) {
        const exact = search(alias, { limit: 100 }).filter((match) => match.isExact);
        for (const code of targets.split(' ')) {
          assert.ok(
            exact.some(({ place }) => place.code === code),
            `${alias} is not an exact answer for ${code}`,
          );
        }
        const spoken = (text: string) =>
          foldWords(text)
            .map((word) => word.bare)
            .join('');
        const isIdle = targets.split(' ').every((code) => {
          const { ar, fr, en } = placeOf(code)?.names ?? assert.fail(code);
          return [ar, fr, en ?? ''].some((name) => spoken(name) === spoken(alias));
        });
        assert.ok(!isIdle, `${alias} is already found as a name of ${targets}`);
      }
    }
  });
});
