import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapLinks } from './map-links.js';

const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 8) Chrome/140.0.0.0 Mobile Safari/537.36';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1';
const point = { latitude: 34.92, longitude: -2.32 };

test('a place opens in the phone and on the map, with its name whatever the script', () => {
  const { application, openStreetMap } = mapLinks(point, 'قاعة (1)', android);
  assert.equal(
    decodeURIComponent(application),
    'geo:34.920000,-2.320000?q=34.920000,-2.320000(قاعة (1))',
  );
  assert.match(application, /^geo:[\x21-\x7E]+$/);
  assert.equal(
    openStreetMap,
    'https://www.openstreetmap.org/?mlat=34.920000&mlon=-2.320000#map=17/34.920000/-2.320000',
  );
});

test('phones that know no addresses of places get one of their own application', () => {
  assert.equal(
    mapLinks(point, 'Salle', iPhone).application,
    'https://maps.apple.com/?ll=34.920000,-2.320000&q=Salle',
  );
});

test('a place without a point is looked for by its name and address', () => {
  const name = 'Maison des jeunes, Ahfir';
  const found = (agent: string) => decodeURIComponent(mapLinks(null, name, agent).application);
  assert.equal(found(android), `geo:0,0?q=${name}`);
  assert.equal(found(iPhone), `https://maps.apple.com/?q=${name}`);
  assert.equal(
    mapLinks(null, name, android).openStreetMap,
    'https://www.openstreetmap.org/search?query=Maison%20des%20jeunes%2C%20Ahfir',
  );
});
