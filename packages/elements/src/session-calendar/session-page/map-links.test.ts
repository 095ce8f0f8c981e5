import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapLinks } from './map-links.js';

test('a place opens in the phone and on the map, with its name whatever the script', () => {
  const { geo, openStreetMap } = mapLinks({ latitude: 34.92, longitude: -2.32 }, 'قاعة (1)');
  assert.equal(decodeURIComponent(geo), 'geo:34.920000,-2.320000?q=34.920000,-2.320000(قاعة (1))');
  assert.match(geo, /^geo:[\x21-\x7E]+$/);
  assert.equal(
    openStreetMap,
    'https://www.openstreetmap.org/?mlat=34.920000&mlon=-2.320000#map=17/34.920000/-2.320000',
  );
});
