import { sampleConsultation } from '@nafida/client/testing';
import type { TerritoryLevel } from '@nafida/contract';
import { loadCommunes, placeOf } from '@nafida/territory';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { findPlace, isAmong, nameOfPlace } from './place-lookup.js';
import { placeChoiceOf } from './proposal-place.js';

const berkane = '02.113';
const casablanca = '06.141';

const consultation = (territoryLevel: TerritoryLevel | 'unknown' | null, code = berkane) => {
  const { policy } = sampleConsultation();
  return sampleConsultation({
    territory: { code, vintage: 2024 },
    policy: { ...policy, territoryLevel },
  });
};
const allows = (level: TerritoryLevel, code: string, within: string | null = null) =>
  isAmong(placeChoiceOf(consultation(level, casablanca), within)!, placeOf(code)!);

describe('the places a proposal may name', () => {
  before(loadCommunes);

  it('are none where the consultation asks for none', () => {
    assert.equal(placeChoiceOf(consultation(null), null), null);
  });

  it('lie in the territory of the consultation, or where the page narrows it to', () => {
    assert.equal(placeChoiceOf(consultation('commune'), null)!.within, berkane);
    assert.equal(placeChoiceOf(consultation('commune'), '02.113.01.01')!.within, '02.113.01.01');
    assert.equal(allows('province', casablanca), true);
    assert.equal(allows('province', berkane), false);
  });

  it('are as narrow as asked, and of a commune also its arrondissements', () => {
    const arrondissement = '06.141.01.01';
    assert.equal(placeOf(arrondissement)!.level, 'arrondissement');
    assert.equal(allows('commune', arrondissement), true);
    assert.equal(allows('commune', casablanca), false);
    assert.equal(allows('province', arrondissement), false);
  });

  it('are communes where a newer server asks for a level this version does not know', () => {
    const choice = placeChoiceOf(consultation('unknown'), null)!;
    assert.deepEqual([choice.minLevel, choice.level], ['commune', 'arrondissement']);
  });
});

describe('finding a place by its code', () => {
  it('knows codes of 2024 and of 2014', async () => {
    assert.equal((await findPlace(berkane))?.level, 'province');
    assert.equal((await findPlace('02.113.01.01'))?.names.fr, 'Ahfir');
    assert.equal((await findPlace('02.167.09.05'))?.code, '02.167.11.05');
  });
  it('says its name in the language asked for', () => {
    assert.equal(nameOfPlace('02.113.01.01', 'ar')?.text, 'أحفير');
    assert.equal(nameOfPlace('99.999', 'ar'), undefined);
  });
  it('answers nothing for a code that names nothing', async () => {
    for (const code of ['99', '99.999', '02.113.99.99', 'berkane', '']) {
      assert.equal(await findPlace(code), undefined, code);
    }
  });
});
