import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childrenOf } from './index.js';
import { provincesNear } from './provinces-near.js';

const nearest = (latitude: number, longitude: number) =>
  provincesNear({ latitude, longitude }).map(({ iso }) => iso);

test('a point in a town has its province first', () => {
  assert.equal(nearest(34.9209, -2.3197)[0], 'MA-BER'); // Berkane
  assert.equal(nearest(33.5731, -7.5898)[0], 'MA-CAS'); // Casablanca
  assert.equal(nearest(27.1536, -13.2033)[0], 'MA-LAA'); // Laâyoune
  assert.equal(nearest(30.9335, -6.937)[0], 'MA-OUA'); // Ouarzazate
});

test('a point by a border has both sides among the three', () => {
  // Aït Melloul, beside Agadir.
  assert.deepEqual(nearest(30.334, -9.497).toSorted(), ['MA-AGD', 'MA-CHT', 'MA-INE']);
});

test('each prefecture and province has a seat, in its own region more often than not', () => {
  const provinces = childrenOf().flatMap(({ code }) => childrenOf(code));
  const all = provincesNear({ latitude: 32, longitude: -6 }, Infinity);
  assert.equal(all.length, 75);
  assert.deepEqual(new Set(all), new Set(provinces));
  // The nearest comes first at its own seat too: no two seats are the same point.
  assert.equal(nearest(34.05, -6.8)[0], 'MA-SAL');
  assert.equal(nearest(34, -6.85)[0], 'MA-RAB');
});
