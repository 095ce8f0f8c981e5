import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { PlaceLevel } from '@nafida/territory';
import { loadCommunes, nameOf, placeOf } from '@nafida/territory';
import { PickerList } from './picker-list.js';
import { exactMatch, searchLimit } from './picker-rows.js';
import { rememberChoice } from './recent-choices.js';
import { levelsBetween } from './scope.js';

before(loadCommunes);

const berkaneCode = '02.113';
const ahfirCode = '02.113.01.01';

function listOf(minLevel: PlaceLevel, level: PlaceLevel, within?: string) {
  const list = new PickerList();
  const scope = {
    levels: levelsBetween(minLevel, level),
    within: within === undefined ? undefined : placeOf(within),
  };
  list.refresh(scope, 'fr');
  return { list, scope };
}

const names = (list: PickerList) => list.rows.map((row) => nameOf(row.place, 'fr').text);

describe('browsing', () => {
  test('begins with the twelve regions in their official order, each leading further', () => {
    const { list } = listOf('region', 'commune');
    list.show(undefined);
    assert.equal(list.rows.length, 12);
    assert.deepEqual(
      list.rows.map((row) => row.place.code),
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
    );
    assert.ok(list.rows.every((row) => row.action === 'descend' && !row.isWhole));
    assert.equal(list.canAscend, false);
    assert.equal(list.active, -1);
  });

  test('goes from region to province to commune and back, where it came from', () => {
    const { list } = listOf('region', 'commune');
    list.show(undefined);
    list.browse(placeOf('02'));
    assert.equal(list.rows[0]!.isWhole, true);
    assert.equal(list.rows[0]!.action, 'choose');
    assert.equal(list.active, 0);
    list.browse(placeOf(berkaneCode));
    assert.deepEqual(
      list.path.map((place) => place?.code),
      [undefined, '02', berkaneCode],
    );
    assert.equal(list.rows[0]!.place.code, berkaneCode);
    assert.ok(list.rows.slice(1).every((row) => row.action === 'choose'));
    list.ascend();
    assert.equal(list.at?.code, '02');
    assert.equal(list.activeRow?.place.code, berkaneCode);
    assert.equal(list.activeRow.action, 'descend');
    list.ascend();
    assert.equal(list.activeRow.place.code, '02');
    list.ascend();
    assert.equal(list.at, undefined, 'nothing above the country');
  });

  test('jumping up the path keeps to the branch come from', () => {
    const { list } = listOf('region', 'commune');
    list.show(placeOf(ahfirCode));
    list.browse(undefined);
    assert.equal(list.activeRow?.place.code, '02');
  });

  test('orders parts by name without their article', () => {
    const { list } = listOf('commune', 'commune', '02');
    list.show(undefined);
    const sorted = ['Berkane', 'Driouch', 'Figuig', 'Guercif', 'Jerada', 'Nador'];
    assert.deepEqual(
      names(list).filter((name) => sorted.includes(name)),
      sorted,
    );
  });

  test('has no row for a whole place that may not be chosen', () => {
    const { list } = listOf('commune', 'commune');
    list.show(undefined);
    list.browse(placeOf(berkaneCode));
    assert.ok(list.rows.every((row) => row.place.level === 'commune' && !row.isWhole));
  });

  test('stays inside the asked territory', () => {
    const { list } = listOf('province', 'commune', berkaneCode);
    list.show(undefined);
    assert.equal(list.at?.code, berkaneCode);
    assert.equal(list.canAscend, false);
    assert.deepEqual(
      list.path.map((place) => place?.code),
      [berkaneCode],
    );
    list.ascend();
    assert.equal(list.at.code, berkaneCode);
  });

  test('shows a single row where the territory is all that may be chosen', () => {
    const { list } = listOf('region', 'province', berkaneCode);
    list.show(undefined);
    assert.deepEqual(names(list), ['Berkane']);
    assert.equal(list.rows[0]!.isWhole, false);
  });

  test('opens at the chosen place', () => {
    const { list } = listOf('region', 'commune');
    list.show(placeOf(ahfirCode));
    assert.equal(list.at?.code, berkaneCode);
    assert.equal(list.activeRow?.place.code, ahfirCode);
    list.show(placeOf('02'));
    assert.equal(list.at.code, '02');
    assert.equal(list.activeRow.isWhole, true);
  });

  test('opens at the top when the chosen place may not be chosen here', () => {
    const { list } = listOf('region', 'province');
    list.show(placeOf(ahfirCode));
    assert.equal(list.at, undefined);
    assert.equal(list.active, -1);
  });

  test('follows another "within"', () => {
    const { list } = listOf('commune', 'commune', berkaneCode);
    list.show(undefined);
    list.refresh({ levels: ['commune'], within: placeOf('01.511') }, 'fr');
    assert.equal(list.at?.code, '01.511');
  });
});

describe('searching', () => {
  test('makes the best answer active, and browses again without a query', () => {
    const { list } = listOf('region', 'commune');
    list.show(undefined);
    list.search(' berkane ');
    assert.equal(list.isBrowsing, false);
    assert.equal(list.query, 'berkane');
    assert.equal(list.activeRow?.place.code, berkaneCode);
    list.search('  ');
    assert.equal(list.isBrowsing, true);
    assert.equal(list.rows.length, 12);
    assert.equal(list.active, -1);
  });

  test('answers with what may be chosen only', () => {
    const { list } = listOf('commune', 'commune', berkaneCode);
    list.search('berkane');
    assert.ok(list.rows.length > 0);
    assert.ok(list.rows.every((row) => row.place.code.startsWith(`${berkaneCode}.`)));
  });

  test('has an end', () => {
    const { list } = listOf('region', 'commune');
    list.search('a');
    assert.equal(list.rows.length, searchLimit);
  });

  test('has no active row when nothing answers', () => {
    const { list } = listOf('region', 'commune');
    list.search('qqqqzzzz');
    assert.equal(list.rows.length, 0);
    list.move(1);
    assert.equal(list.active, -1);
  });

  test('keeps the active place when the list is made again', () => {
    const { list, scope } = listOf('region', 'commune');
    list.search('berkane');
    list.move(1);
    const { activeRow } = list;
    list.refresh(scope, 'ar');
    assert.equal(list.activeRow?.place, activeRow?.place);
  });

  test('has the best answer active also when it becomes known later, as communes do', () => {
    const { list } = listOf('region', 'province');
    list.search('ahfir');
    assert.notEqual(list.activeRow?.place.code, ahfirCode);
    list.refresh({ levels: levelsBetween('region', 'commune'), within: undefined }, 'fr');
    assert.equal(list.activeRow?.place.code, ahfirCode);
  });
});

describe('moving', () => {
  test('goes round by single steps and stops at the ends by pages', () => {
    const { list } = listOf('region', 'commune');
    list.show(undefined);
    list.move(-1);
    assert.equal(list.active, 11);
    list.move(1);
    assert.equal(list.active, 0);
    list.move(5);
    assert.equal(list.active, 5);
    list.move(50);
    assert.equal(list.active, 11);
    list.move(-50);
    assert.equal(list.active, 0);
    list.rest();
    assert.equal(list.activeRow, undefined);
  });
});

describe('a name typed whole', () => {
  const scope = { levels: levelsBetween('region', 'commune'), within: undefined };

  test('is the choice where one place bears it', () => {
    assert.equal(exactMatch('ahfir', scope, 'fr')?.code, ahfirCode);
    assert.equal(exactMatch('أحفير', scope, 'fr')?.code, ahfirCode);
  });

  test('is not, where several do, or where it is only a part', () => {
    assert.equal(exactMatch('Berkane', scope, 'fr'), undefined, 'province and commune');
    assert.equal(exactMatch('Ahf', scope, 'fr'), undefined);
    assert.equal(exactMatch('qqqqzzzz', scope, 'fr'), undefined);
  });
});

describe('provinces near the person', () => {
  const near = [placeOf('02.113')!, placeOf('02.381')!];

  test('come first while the whole country is browsed, to look into or to choose', () => {
    const { list } = listOf('region', 'commune');
    list.show(undefined);
    assert.equal(list.takesNearby, true);
    list.suggestNearby(near);
    assert.deepEqual(
      list.rows.slice(0, 3).map(({ place, action }) => `${place.code} ${action}`),
      ['02.113 descend', '02.381 descend', '01 descend'],
    );
    assert.equal(list.active, 0);
    list.browse(placeOf('02.113'));
    assert.equal(list.suggestedCount, 0);
    const provinces = listOf('region', 'province').list;
    provinces.show(undefined);
    provinces.suggestNearby(near);
    assert.equal(provinces.rows[0]!.action, 'choose');
  });

  test('are of no use inside a territory, among regions alone, or while typing', () => {
    const regions = listOf('region', 'region').list;
    regions.show(undefined);
    assert.equal(regions.takesNearby, false);
    const { list } = listOf('region', 'commune');
    list.search('ber');
    assert.equal(list.takesNearby, false);
  });
});

// Last: what is remembered stays for the life of the page.
describe('recent choices', () => {
  test('come first at the top, latest first, at most three, only those that may be chosen', () => {
    for (const code of ['01', '01.511', berkaneCode, ahfirCode, '01.511']) {
      rememberChoice(placeOf(code)!);
    }
    const { list } = listOf('region', 'commune');
    list.show(undefined);
    assert.equal(list.suggestedCount, 3);
    assert.deepEqual(
      list.rows.slice(0, 3).map((row) => row.place.code),
      ['01.511', ahfirCode, berkaneCode],
    );
    assert.equal(list.rows.length, 15);
    list.browse(placeOf('02'));
    assert.equal(list.suggestedCount, 0);
    const provinces = listOf('region', 'province').list;
    provinces.show(undefined);
    assert.equal(provinces.suggestedCount, 2);
  });

  test('do not draw the way back to themselves', () => {
    const { list } = listOf('region', 'commune');
    list.show(undefined);
    list.browse(placeOf('02'));
    list.ascend();
    assert.equal(list.activeRow?.place.code, '02');
    assert.ok(list.active >= list.suggestedCount);
  });
});
