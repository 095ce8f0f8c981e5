import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadCommunes, placeOf } from '@nafida/territory';
import {
  codeIssue,
  isCommuneCode,
  leadsFurther,
  levelsBetween,
  levelsFoundIn,
  needsCommunes,
} from './scope.js';

before(loadCommunes);

test('levels from the largest to the smallest that may be chosen', () => {
  assert.deepEqual(levelsBetween('region', 'commune'), ['region', 'province', 'commune']);
  assert.deepEqual(levelsBetween('province', 'province'), ['province']);
  assert.deepEqual(levelsBetween('commune', 'province'), ['province'], 'the wrong way round');
  assert.equal(needsCommunes(['region', 'province']), false);
  assert.equal(needsCommunes(['commune']), true);
});

test('codes of communes are known by their form', () => {
  for (const code of ['02.113.01.01', '06.141.01.0', '06.141.01.03']) {
    assert.equal(isCommuneCode(code), true, code);
  }
  for (const code of ['', '02', '02.113', '02.113.', 'x', '99.999']) {
    assert.equal(isCommuneCode(code), false, code);
  }
});

test('what keeps a code from being chosen', () => {
  const berkane = { levels: levelsBetween('province', 'commune'), within: placeOf('02.113') };
  assert.equal(codeIssue('02.113.01.01', berkane), undefined);
  assert.equal(codeIssue('02.113', berkane), undefined, 'the territory itself');
  assert.equal(codeIssue('02', berkane), 'level');
  assert.equal(codeIssue('06.141.01.0', berkane), 'outside');
  assert.equal(codeIssue('77.777', berkane), 'unknown');
  assert.equal(codeIssue('constructor', berkane), 'unknown');
});

test('what choosing goes on below', () => {
  const toCommunes = { levels: levelsBetween('region', 'commune'), within: undefined };
  const toArrondissements = {
    levels: levelsBetween('commune', 'arrondissement'),
    within: undefined,
  };
  const further = (code: string, scope: typeof toCommunes) => leadsFurther(placeOf(code)!, scope);
  assert.equal(further('02.113', toCommunes), true);
  assert.equal(further('02.113.01.01', toCommunes), false);
  assert.equal(further('06.141.01.0', toCommunes), false);
  assert.equal(further('06.141.01.0', toArrondissements), true, 'Casablanca has arrondissements');
  assert.equal(further('02.113.01.01', toArrondissements), false);
});

test('texts name the levels that can be chosen in a territory', () => {
  const found = (within: string) =>
    levelsFoundIn({ levels: levelsBetween('region', 'arrondissement'), within: placeOf(within) });
  assert.deepEqual(found(''), ['region', 'province', 'commune', 'arrondissement']);
  assert.deepEqual(found('06'), ['region', 'province', 'commune', 'arrondissement']);
  assert.deepEqual(found('06.141'), ['province', 'commune', 'arrondissement']);
  assert.deepEqual(
    found('02'),
    ['region', 'province', 'commune'],
    'no arrondissement in the Oriental',
  );
  assert.deepEqual(found('02.113'), ['province', 'commune']);
  assert.deepEqual(found('06.141.01.0'), ['commune', 'arrondissement']);
  const small = levelsBetween('commune', 'arrondissement');
  assert.deepEqual(levelsFoundIn({ levels: small, within: placeOf('02.113') }), ['commune']);
});
